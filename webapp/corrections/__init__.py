"""Correcting by hand: what a form is about, what is posted, and how a correction is told."""
