"""The programs that made the tables of the language code; they are run by hand."""
