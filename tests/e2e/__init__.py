"""The real program in a real terminal, from the first start to the file in a client's hands."""
