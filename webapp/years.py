"""Years as bars to look at and choose from: the geometry of an SVG whose bars are links."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from webapp.addresses import SearchAddress
from webapp.formats import amount
from webapp.marking import escaped

HEIGHT = 64
STEP = 10
GAP = 1
_LEAST = 3
_MOST_BARS = 60
_WIDTHS = (1, 5, 10, 25, 50, 100)


class Bar(NamedTuple):
    """One bar: its place and height in the drawing, its words, whether it is chosen, and the parameters of
    the search that it leads to."""

    x: int
    height: int
    label: str
    chosen: bool
    hits: int
    parameters: str


@dataclass(frozen=True, slots=True)
class YearBars:
    """All bars, with the years at both ends and the width of the drawing in its own units."""

    bars: tuple[Bar, ...]
    first: int
    last: int

    @property
    def width(self) -> int:
        """The drawing's width in its own units."""
        return len(self.bars) * STEP - GAP

    def links(self, path: str) -> Markup:
        """The bars as links to searches at `path`, for the drawing. Put together here and not in the
        template: a page has up to sixty."""
        links = []
        for x, height, label, chosen, hits, parameters in self.bars:
            if hits:
                told = escaped(label)
                valt, inside = (", valt", ' class="in"') if chosen else ("", "")
                links.append(
                    f'<a href="{escaped(path)}?{escaped(parameters)}" '
                    f'aria-label="{told}{valt}"{inside}>'
                    f'<title>{told}</title><rect class="hold" x="{x}" y="0" width="9" height="64"/>'
                    f'<rect class="bar" x="{x}" y="{HEIGHT - height}" width="9" height="{height}"/></a>'
                )
        return Markup("\n".join(links))  # noqa: S704 - escaped above


def year_bars(
    counts: Iterable[tuple[str, int]], address: SearchAddress, nouns: tuple[str, str] = ("träff", "träffar")
) -> YearBars | None:
    """The bars for hits per year; None when all hits are of one year, which needs no picture. `nouns` are
    what is counted, one and several.

    Years without hits keep their empty place, so that time runs evenly. When the years are many (a statute
    of 1736), a bar stands for 5, 10 or more of them.
    """
    by_year = {int(value): count for value, count in counts if value.isdecimal()}
    if len(by_year) < 2:
        return None
    first, last = min(by_year), max(by_year)
    width = next((w for w in _WIDTHS if (last // w - first // w) < _MOST_BARS), _WIDTHS[-1])
    first -= first % width
    highest = max(
        sum(by_year.get(year, 0) for year in range(start, start + width))
        for start in range(first, last + 1, width)
    )
    toggled, chosen = address.toggling("year"), set(address.filters.get("year", ()))
    bars = []
    for place, start in enumerate(range(first, last + 1, width)):
        years = [year for year in range(start, start + width) if year in by_year]
        count = sum(by_year[year] for year in years)
        values = [str(year) for year in years]
        name = str(start) if width == 1 else f"{start}–{start + width - 1}"
        bars.append(
            Bar(
                x=place * STEP,
                height=max(round(count / highest * HEIGHT), _LEAST) if count else 0,
                label=f"{name}: {amount(count, *nouns)}",
                chosen=not chosen.isdisjoint(values),
                hits=count,
                parameters=toggled(*values) if count else "",
            )
        )
    return YearBars(tuple(bars), first, max(last, first + width - 1) if width > 1 else last)
