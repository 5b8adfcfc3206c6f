"""What documents conclude, as pages show it: in a hit's line, in a document's margin, on the pages of
principles and lagrum."""
