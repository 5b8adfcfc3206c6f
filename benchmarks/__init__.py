"""Programs behind the figures that are quoted: how well, how fast, how large."""
