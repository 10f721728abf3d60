"""The full-screen program. The only room that imports textual."""
