"""What is measured, and how. Run with `make bench`."""
