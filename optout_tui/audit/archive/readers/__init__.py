"""One reader for each platform."""
