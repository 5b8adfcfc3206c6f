"""The medians of one size as an SVG picture: a row of dots for each class, time on a logarithmic axis."""

import math
from collections.abc import Iterator
from html import escape
from typing import Any

_WIDTH, _LEFT, _RIGHT, _TOP, _ROW = 860, 90, 30, 86, 34
_COLOURS = {"ours": "#b3261e", "stock": "#7a6a9b", "fts5": "#1f6f8b", "tantivy": "#3f7d3a"}
_OTHER = "#555555"
_NAMES = {"ours": "ours", "stock": "stock Whoosh", "fts5": "SQLite FTS5", "tantivy": "tantivy"}
# Beside colour a shape, for whoever does not see colours.
_SHAPES = {"ours": "circle", "stock": "square", "fts5": "diamond", "tantivy": "triangle"}
_RADIUS = 5


def plot(size: dict[str, Any], machine: dict[str, Any]) -> str:
    """A picture of `warm_ms`: for each class the median of every engine, and a line as far as its p95."""
    engines = size["warm_ms"]
    kinds = [kind for kind in next(iter(engines.values()), {}) if kind != "all"]
    values = [one[name] for kinds_ in engines.values() for one in kinds_.values() for name in ("wall", "p95")]
    if not values:
        return '<svg xmlns="http://www.w3.org/2000/svg"/>\n'
    axis = _Axis(min(values), max(values))
    bottom = _TOP + _ROW * len(kinds)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {bottom + 44}" '
        'font-family="sans-serif" font-size="13">',
        f'<rect width="{_WIDTH}" height="{bottom + 44}" fill="#ffffff"/>',
        f'<text x="{_LEFT}" y="24" font-size="16">Top 20 with facets, {size["documents"]:,} documents, warm: '
        "median and p95 in ms</text>",
        f'<text x="{_LEFT}" y="44" fill="#555555">{escape(_told(machine))}</text>',
        *_legend(list(engines)),
        *_grid(axis, bottom),
    ]
    for row, kind in enumerate(kinds):
        middle = _TOP + _ROW * row + _ROW / 2
        lines.append(f'<text x="{_LEFT - 10}" y="{middle + 4:.0f}" text-anchor="end">{kind}</text>')
        for place, (name, figures) in enumerate(engines.items()):
            if kind in figures:
                y = middle + (place - (len(engines) - 1) / 2) * 6
                lines += _dot(name, axis, figures[kind], y)
    return "\n".join([*lines, "</svg>", ""])


class _Axis:
    """Milliseconds to places, by whole powers of ten."""

    def __init__(self, least: float, most: float) -> None:
        self.first = math.floor(math.log10(max(least, 1e-6)))
        self.last = max(math.ceil(math.log10(max(most, 1e-6))), self.first + 1)

    def place(self, value: float) -> float:
        """Where a value stands."""
        share = (math.log10(max(value, 1e-6)) - self.first) / (self.last - self.first)
        return _LEFT + share * (_WIDTH - _LEFT - _RIGHT)


def _grid(axis: _Axis, bottom: int) -> Iterator[str]:
    for power in range(axis.first, axis.last + 1):
        x = axis.place(10.0**power)
        yield f'<line x1="{x:.1f}" y1="{_TOP}" x2="{x:.1f}" y2="{bottom}" stroke="#dddddd"/>'
        yield f'<text x="{x:.1f}" y="{bottom + 20}" text-anchor="middle">{10.0**power:g} ms</text>'


def _legend(engines: list[str]) -> Iterator[str]:
    for place, name in enumerate(engines):
        x = _LEFT + 10 + place * 150
        yield _shape(name, x, 64)
        yield f'<text x="{x + 12}" y="68">{_NAMES.get(name, name)}</text>'


def _dot(name: str, axis: _Axis, figures: dict[str, float], y: float) -> Iterator[str]:
    x, far = axis.place(figures["wall"]), axis.place(figures["p95"])
    colour = _COLOURS.get(name, _OTHER)
    yield f'<line x1="{x:.1f}" y1="{y:.1f}" x2="{far:.1f}" y2="{y:.1f}" stroke="{colour}" opacity="0.5"/>'
    yield _shape(name, x, y)


def _shape(name: str, x: float, y: float) -> str:
    fill = f'fill="{_COLOURS.get(name, _OTHER)}"'
    r = _RADIUS
    match _SHAPES.get(name):
        case "square":
            return f'<rect x="{x - 4:.1f}" y="{y - 4:.1f}" width="8" height="8" {fill}/>'
        case "diamond":
            corners = [(x, y - r), (x + r, y), (x, y + r), (x - r, y)]
        case "triangle":
            corners = [(x, y - r), (x + r, y + r - 1), (x - r, y + r - 1)]
        case _:
            return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r - 0.5}" {fill}/>'
    points = " ".join(f"{a:.1f},{b:.1f}" for a, b in corners)
    return f'<polygon points="{points}" {fill}/>'


def _told(machine: dict[str, Any]) -> str:
    return (
        f"{machine['processor']}, {machine['cores']} cores; Python {machine['python']}; "
        f"{str(machine['date'])[:10]}"
    )
