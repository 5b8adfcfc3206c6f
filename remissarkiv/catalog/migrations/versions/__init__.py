"""The changes of the database, oldest first. A change that has been released is never edited."""
