"""What a person sees of an ärende: its address, its course, who answered what, and what came of it."""
