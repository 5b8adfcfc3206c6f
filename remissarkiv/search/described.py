"""Dnr and lagrum of a query in Swedish, for whatever tells a person how she was understood."""

from remissarkiv.citations import key_label
from remissarkiv.dnr import HalfDnr

_MOST_LAGRUM = 5


def described_half(half: HalfDnr) -> str:
    """What is known of a Dnr: `KS 2025/44…`, `KS nummer 448 (alla år)`, `alla i KS 2025`."""
    if half.number is None:
        place = f"i {half.authority} {half.year or ''}" if half.authority else f"från {half.year}"
        return f"alla {place}".strip()
    number = f"{half.number}…" if half.begins else str(half.number)
    if half.year is None:
        return f"{half.authority} nummer {number} (alla år)".strip()
    return f"{half.authority} {half.year}/{number}".strip()


def described_lagrum(keys: tuple[str, ...]) -> str:
    """`2 kap. 1 § kommunallagen (2017:725)`, several with "eller" between."""
    shown = [key_label(key) for key in keys[:_MOST_LAGRUM]]
    more = f" med flera ({len(keys)})" if len(keys) > _MOST_LAGRUM else ""
    return " eller ".join(shown) + more
