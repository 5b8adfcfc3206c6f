"""A text that is said to be a lagrum: after `lag:`, and in the box on the page of lagrum."""

from dataclasses import dataclass

from remissarkiv.language.tokens import tokenize
from remissarkiv.query.act_slips import Mended, mended
from remissarkiv.query.lagrum import cited_places, read_lagrum, without_act
from remissarkiv.query.stopwords import is_stopword

_BEFORE = {"enligt", "jfr", "jämför", "se", "stöd", "lagrum", "lagrummet"}
"""What people write before a lagrum and mean nothing by: `med stöd av 2 kap. 1 § KL`."""


@dataclass(frozen=True, slots=True)
class AskedLagrum:
    """How the text was read: its `keys`, the names put right in it (as typed, and the name), the words that
    were left over, and whether it is a lagrum but for the act."""

    keys: tuple[str, ...]
    slips: tuple[tuple[str, str], ...] = ()
    left: tuple[str, ...] = ()
    lacks_act: bool = False


def asked_lagrum(text: str) -> AskedLagrum:
    """What a text that can be nothing but a lagrum asks for; without keys when it is none."""
    names = mended(text, field=True)
    keys = read_lagrum(names.text)
    if not keys:
        return AskedLagrum((), names.names, lacks_act=bool(without_act(text)))
    return AskedLagrum(keys, names.names, _left(text, names, keys))


def _left(text: str, names: Mended, keys: tuple[str, ...]) -> tuple[str, ...]:
    """The words outside the citations of a text; none where it was read as a whole."""
    places = cited_places(names.text)
    if not {key for place in places for key in place.keys}.issuperset(keys):
        return ()
    rest, at = [], 0
    for span in (names.back(place.span) for place in places):
        rest.append(text[at : span.start])
        at = max(at, span.end)
    words = [token.text for piece in (*rest, text[at:]) for token in tokenize(piece)]
    return tuple(word for word in words if not is_stopword(word) and word.lower() not in _BEFORE)
