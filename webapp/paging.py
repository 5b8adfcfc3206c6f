"""Pages of a hit list."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paging:
    """`page` (from 1) of `total` hits, `per_page` at a time."""

    total: int
    per_page: int
    page: int

    @property
    def last(self) -> int:
        """The number of the last page, 1 when there are no hits."""
        return max(-(-self.total // self.per_page), 1)

    @property
    def first_number(self) -> int:
        """The number of the first hit on the page, from 1."""
        return (self.page - 1) * self.per_page + 1

    def links(self) -> Iterator[int | None]:
        """The pages to link to: the first, the last and those around this one; None for a gap."""
        near = {1, self.last, *range(self.page - 2, self.page + 3)}
        before = 0
        for page in sorted(page for page in near if 1 <= page <= self.last):
            if page > before + 1:
                yield None
            yield page
            before = page
