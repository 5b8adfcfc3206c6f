"""The programs that made the tables the language code reads: run by hand, their results are in the repository."""
