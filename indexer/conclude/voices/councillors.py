"""Councillors as texts name them: "Anna Ek (S)", "Maria Losman (MP) och Bo Ek (V)", "V-gruppen"."""

import re
from dataclasses import dataclass

from indexer.conclude.stems import Stems
from remissarkiv.domain import Actor, ActorKind

_PART = r"[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]+(?:[-'][A-ZÀ-ÖØ-Þ]?[a-zà-öø-ÿ]+)?|[A-ZÅÄÖ]\."
_NAME = rf"(?:{_PART})(?: (?:(?:af|von|van|de|der|la|el|al) ){{0,2}}(?:{_PART})){{1,3}}"
_PARTY = (
    r"\((?:[A-ZÅÄÖ]{1,5}|[a-zåäö]{1,4}|[A-ZÅÄÖ][a-zåäö]{1,20}(?: [a-zåäö]{1,20}){0,2}"
    r"|[A-ZÅÄÖ][a-zåäö]{0,2}[A-ZÅÄÖ])\)"
)
_IN_BRACKETS = re.compile(_PARTY)
_WITH_PARTY = re.compile(rf"(?P<name>{_NAME})(?P<others> m\.? ?fl\.?)? (?P<party>{_PARTY})")
# One whose party is not told: "Lena Alm yrkar bifall till motionen".
_MOVES = re.compile(rf"{_NAME}(?= (?:yrkar|yrkade|reserverar sig)\b)")
_TITLES = re.compile(
    r"\A(?:(?:Ordföranden?|Ordf\.?|Vice|Ledamoten|Ledamöterna|Ersättaren|Oppositionsrådet|Kommunalrådet"
    r"|Gruppledaren|"
    r"Förste|Andre|Motionären|Mot|För|Från|Även|Reservation|Yrkanden?|Dessutom|Samt|Och) )+(?=[A-ZÀ-ÖØ-Þ])"
)
_PARTIES = (
    r"(?:(?:Socialdemokrat|Sverigedemokrat|Kristdemokrat|Moderat|Liberal)erna|Miljöpartiet(?: de gröna)?|"
    r"Folkpartiet(?: liberalerna)?|[A-ZÅÄÖ][a-zåäö]{2,20}(?:partiet|partierna|listan))"
)
_GROUP = re.compile(
    rf"\b(?:[Ss]amtliga (?:ledamöter|närvarande) (?:i|från|för) [A-ZÅÄÖ]\w+(?:partiet)?(?: och {_PARTIES})?"
    rf"|[A-ZÅÄÖ][a-zåäö]{{3,25}}s (?:ledamöter|grupp)\b"
    rf"|[A-ZÅÄÖ][a-zåäö]{{3,25}}s? (?:fullmäktige|kommunfullmäktige)?grupp(?:en)?\b(?! för)"
    rf"|{_PARTIES}(?:(?:, {_PARTIES}){{0,5}} och {_PARTIES})?"
    rf"|(?:[SMCLVFK]|MP|SD|KD|FP|[smcv]|mp|sd|kds?|fp|vpk|nyd)-(?:gruppen|ledamöterna)"
    rf"|Ordföranden(?= yrkar| reserverar))"
)
# Of old minutes: "herr Lundström", "fru Ek och herr Berg".
_TITLED = re.compile(r"\b(?:[Hh]err|[Ff]ru|[Ff]röken) [A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+)?")
_MAY_BE_GROUP = Stems(
    *"partiet partierna listan demokraterna moderaterna liberalerna grupp ledamöter närvarande".split(),
    "ordföranden",
)
_MOST_KNOWN = 300
"""Names; no council has more members."""
_AT_BEGINNING = 3
_BETWEEN = re.compile(r"(?:, | och | samt |, samt | & |,? båda )")


@dataclass(frozen=True, slots=True)
class Moved:
    """Councillors named together in a text: who, and where."""

    actor: Actor
    start: int
    end: int

    @property
    def is_named(self) -> bool:
        """Whether it is a person, who speaks also where another did so before, and no party."""
        return "(" in self.actor.name or self.actor.name.startswith(
            ("Ordföranden", "Herr ", "Fru ", "Fröken ")
        )


class Councillors:
    """Finds councillors, also by name alone once their party was told in the same document."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def within(self, text: str) -> tuple[Moved, ...]:
        """The councillors named in a text on one line, those who are named together as one."""
        found: list[tuple[int, int, str]] = []
        if _IN_BRACKETS.search(text):
            for match in _WITH_PARTY.finditer(text):
                name = _TITLES.sub("", match["name"])
                if " " in name:
                    if len(self._known) < _MOST_KNOWN:
                        self._known.setdefault(name, f"{name} {match['party']}")
                    start = match.end("name") - len(name)
                    found.append((start, match.end(), f"{name}{match['others'] or ''} {match['party']}"))
        if any(title in text for title in ("err ", "ru ", "röken ")):
            found += [
                (*match.span(), match[0][:1].upper() + match[0][1:]) for match in _TITLED.finditer(text)
            ]
        if "yrka" in text or "reserver" in text:
            for match in _MOVES.finditer(text):
                name = _TITLES.sub("", match[0])
                if " " in name and name not in self._known:
                    found.append((match.end() - len(name), match.end(), name))
        for name, whole in self._known.items():
            start = text.find(name)
            if start >= 0 and not any(begin <= start < end for begin, end, _ in found):
                found.append((start, start + len(name), whole))
        group = _GROUP.search(text) if _MAY_BE_GROUP.within(text) else None
        first = min(found)[0] if found else len(text)
        names_it = bool(found) and group is not None and 0 <= first - group.end() <= 1
        if (
            group is not None
            and not names_it
            and (not found or group.start() < max(_AT_BEGINNING, first * ("reserverar" in text)))
        ):
            found.append((group.start(), group.end(), group[0]))
        return _together(text, sorted(found))


def _together(text: str, found: list[tuple[int, int, str]]) -> tuple[Moved, ...]:
    moved: list[Moved] = []
    names: list[str] = []
    start = end = -1
    for begin, close, name in found:
        if names and _BETWEEN.fullmatch(text[end:begin]) is None:
            moved.append(Moved(_actor(names), start, end))
            names = []
        if not names:
            start = begin
        names.append(name)
        end = close
    if names:
        moved.append(Moved(_actor(names), start, end))
    return tuple(moved)


def _actor(names: list[str]) -> Actor:
    listed = " och ".join(filter(None, (", ".join(names[:-1]), names[-1])))
    return Actor(listed, ActorKind.LEDAMOT)
