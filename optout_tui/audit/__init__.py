"""What is public: archive/ reads the data exports of platforms, site/ a website's signals."""
