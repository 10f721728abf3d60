"""One file per format: the finished or unfinished checklist, to be handed on or kept."""
