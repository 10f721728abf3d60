"""What leaves the program when the person says so: to a browser, a clipboard, a camera."""
