"""Facts as forms: their fields as a person fills them in, in Danish or in English."""
