"""The programs that made the tables of the language code. Run by hand; their results are in the repository."""
