"""Checklists on disk: saved whole or not at all, backed up, indexed."""
