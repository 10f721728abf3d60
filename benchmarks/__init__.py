"""How fast the program is, as ratios to a bare one measured in the same run; asserts nothing."""
