"""Big data exports, made up: what the archive reader is measured with."""
