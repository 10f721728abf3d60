"""The one gate for anything that is not ours: text, links, names, sizes."""
