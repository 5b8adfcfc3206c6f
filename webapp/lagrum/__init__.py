"""What a person sees of lagrum: the page of one, the list of all, what a document cites, doubts."""
