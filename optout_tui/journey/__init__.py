"""The things a person can do, without a screen; the one way a checklist is changed."""
