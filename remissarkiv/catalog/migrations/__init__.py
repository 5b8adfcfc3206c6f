"""The history of the database: one file in `versions` a change. Applied when a catalog is opened."""
