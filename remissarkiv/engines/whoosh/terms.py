"""Terms as bytes."""


def to_bytes(term: str) -> bytes:
    """A term as Whoosh keeps it: UTF-8, and a lone surrogate from a damaged file is no error."""
    return term.encode("utf-8", "surrogatepass")


def from_bytes(term: bytes) -> str:
    """The term that `to_bytes` encoded."""
    return str(term, "utf-8", "surrogatepass")
