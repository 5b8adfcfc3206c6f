"""A place of a text that a link points at, laid over its marks: a frame, and where the browser stops."""

from markupsafe import Markup

from remissarkiv.domain import Span
from webapp.marking import Marker
from webapp.shown_place import ANCHOR


class Pointing:
    """Renders stretches of a text as `marker` does, the place `shown` (None: none) within a frame.

    The first stretch that holds some of the place has the anchor; stretches come in the order of the text.
    """

    def __init__(self, marker: Marker, shown: Span | None) -> None:
        self._marker = marker
        self._shown = shown
        self._anchored = False

    def render(self, start: int, end: int) -> Markup:
        """The stretch `start:end`, escaped, with its marks and the frame."""
        shown = self._shown
        if shown is None or shown.end <= start or end <= shown.start:
            return self._marker.render(start, end)
        inner = Span(max(start, shown.start), min(end, shown.end))
        anchor = Markup() if self._anchored else Markup(' id="{}"').format(ANCHOR)
        self._anchored = True
        return Markup('{}<span class="shown"{}>{}</span>{}').format(
            self._marker.render(start, inner.start),
            anchor,
            self._marker.render(*inner),
            self._marker.render(inner.end, end),
        )
