"""Which route of a guide applies, and what its steps say."""
