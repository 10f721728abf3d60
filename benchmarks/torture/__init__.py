"""What the program must stand: faults, kills and hostile files by the thousand, in one table."""
