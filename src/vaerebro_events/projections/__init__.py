"""What the history means: replays, statuses, differences, findings. Pure functions of log and two dates."""
