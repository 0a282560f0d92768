"""What can happen and what may not: facts, entries, the plan, and how a history of them folds. Pure."""
