"""Search engines, and whole products, side by side over the same documents: `make bench`."""
