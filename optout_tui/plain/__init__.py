"""The wizard line by line: for screen readers, for terminals that cannot draw, for pipes."""
