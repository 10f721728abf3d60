"""The rules that judge knowledge, beyond what must hold for it to load at all."""
