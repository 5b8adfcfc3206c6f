"""The fields of the query language: one line in `FIELDS` each.

`docs/sokguide.md` explains every one; a test fails when a field is missing there.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from remissarkiv.dnr import DnrError, find_dnr, parse_dnr, parse_half
from remissarkiv.dnr.authorities import is_known_diary
from remissarkiv.dnr.cues import after_lead
from remissarkiv.domain import WITH_UNSURE, Span
from remissarkiv.language.tokens import tokenize
from remissarkiv.query import problems
from remissarkiv.query.act_slips import mended
from remissarkiv.query.asked_lagrum import asked_lagrum
from remissarkiv.query.conclusions import column_values, conclusion_extent, read_conclusion
from remissarkiv.query.days import days_extent, read_days
from remissarkiv.query.folding import fold
from remissarkiv.query.kinds import kind_names, read_kinds
from remissarkiv.query.known_places import judged
from remissarkiv.query.lagrum import cited_places, without_act
from remissarkiv.query.pasted import DASHES
from remissarkiv.query.tree import (
    ConcludedQ,
    DayRange,
    DnrQ,
    Field,
    HalfDnrQ,
    Kinds,
    LagQ,
    MatterQ,
    Or,
    Phrase,
    Tree,
    YearRange,
)
from remissarkiv.query.typed_dnr import typed_dnr_at
from remissarkiv.query.years import read_years, years_extent

_OPERATOR = re.compile(r"(?<!\w)(?:OCH|ELLER|INTE|AND|OR|NOT|NÄRA|NEAR)(?!\w)")
"""No value goes on behind one, and nothing behind it needs to be read for the value's sake."""

_LOOK_AHEAD = 200
"""Characters that an unquoted Dnr or citation may take."""


@dataclass(frozen=True, slots=True)
class Value:
    """What stands after `field:`: the text, its place in the query, and whether it was in quotation marks."""

    text: str
    span: Span
    quoted: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """A value as understood; without a tree it is searched as words. `problem` is a Swedish sentence."""

    tree: Tree | None
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """A field: its name, the other spellings of it, an example for the guide and for hints, how a value is
    read, and where an unquoted value with blanks in it ends (None: at the first blank)."""

    name: str
    spellings: tuple[str, ...]
    example: str
    read: Callable[[Value], Reading]
    extent: Callable[[str, int], int | None] = lambda text, start: None


_CUE = "Dnr "
"""Before a text that is said to be Dnr, so that every spelling of one counts."""


def _dnr(value: Value) -> Reading:
    text = value.text.translate(DASHES)
    try:
        return Reading(DnrQ(parse_dnr(text), value.text, value.span, field=True))
    except DnrError:
        typed = typed_dnr_at(text.strip())
    if typed is not None and typed[0] == len(text.strip()):
        return Reading(DnrQ(typed[1], value.text, value.span, field=True))
    half = parse_half(text)
    if half is not None:
        return Reading(HalfDnrQ(half, value.text, value.span, field=True))
    found = find_dnr(_CUE + text)
    if not found:
        return Reading(None, problems.unreadable_dnr(value.text))
    several = tuple(DnrQ(dnr, value.text, value.span, field=True) for dnr in found)
    rest = _CUE + text
    for dnr in found:
        rest = rest.replace(dnr.raw, " ", 1)
    only = all(word.lower() in _BETWEEN for word in rest.replace(",", " ").replace(";", " ").split())
    shown = " eller ".join(dnr.value for dnr in found)
    return Reading(
        several[0] if len(several) == 1 else Or(several),
        None if only else problems.more_than_a_dnr(value.text, shown),
    )


_BETWEEN = {"dnr", "dnr.", "dnr:", "och", "samt", "eller", "o", "&"}
_BESIDE_DNR = re.compile(r"\s{0,3}[,;]\s{0,3}(?:dnr\s{1,3})?|\s{1,3}(?:och|samt|eller|o|&)\s{1,3}", re.I)
_NUMBER = re.compile(r"[0-9]{1,7}\*?(?=[\s)]|\Z)")
_DIARY_AND_MORE = re.compile(r"([^\W\d_]{1,8})[ \t]{1,2}[0-9]{1,7}/?\*?(?=[\s)]|\Z)")


def _dnr_extent(text: str, start: int) -> int | None:
    """`dnr:KS 2025/448` without quotation marks: the Dnr that begins right there, with those listed behind
    it (`KS 2013/388, SOC 2024/322`), or a diary with more."""
    window = (_CUE + text[start : start + _LOOK_AHEAD]).translate(DASHES)
    found = find_dnr(window)
    if found and found[0].span.start == len(_CUE):
        last = found[0].span.end
        for dnr in found[1:]:
            if not _BESIDE_DNR.fullmatch(window, last, dnr.span.start):
                break
            last = dnr.span.end
        end = start + last - len(_CUE)
        return end + 1 if text.startswith("*", end) else end
    if typed := typed_dnr_at(text[start : start + _LOOK_AHEAD]):
        return start + typed[0]
    half = _DIARY_AND_MORE.match(text, start)
    if half and is_known_diary(half[1]):
        return half.end()
    lone = _NUMBER.match(text, start + after_lead(text[start : start + _LOOK_AHEAD]))
    return lone.end() if lone else None


def _lagrum(value: Value) -> Reading:
    asked = asked_lagrum(value.text)
    if not asked.keys:
        tell = problems.lagrum_without_act if asked.lacks_act else problems.unreadable_lagrum
        return Reading(None, tell(value.text))
    lagrum, unknown = judged(LagQ(asked.keys, value.text, value.span, field=True))
    told = [problems.slip(*name) for name in asked.slips]
    if asked.left:
        told.append(problems.more_than_a_lagrum(value.text, " ".join(asked.left)))
    return Reading(lagrum, " ".join((*told, *unknown)) or None)


def _lagrum_extent(text: str, start: int) -> int | None:
    """`lag:2 kap. 1 § kommunallagen` without quotation marks: the citation that begins right there."""
    window = text[start : start + _LOOK_AHEAD]
    operator = _OPERATOR.search(window)
    window = window[: operator.start()] if operator else window
    names = mended(window, field=True)
    places = cited_places(names.text)
    if places and (whole := names.back(places[0].span)).start == 0:
        return start + whole.end
    loose = without_act(window) if not places else []
    return start + loose[0].end if loose and loose[0].start == 0 else None


def _years(value: Value) -> Reading:
    years = read_years(value.text)
    if years is None:
        return Reading(None, problems.unreadable_years(value.text))
    first, last = years
    if first is not None and last is not None and first > last:
        return Reading(YearRange(last, first, value.span), problems.reversed_years(first, last))
    return Reading(YearRange(first, last, value.span))


def _days(value: Value) -> Reading:
    days = read_days(value.text)
    if days is None:
        return Reading(None, problems.unreadable_days(value.text))
    first, last = days
    if first is not None and last is not None and first > last:
        return Reading(DayRange(last, first, value.span), problems.reversed_days(last, first))
    return Reading(DayRange(first, last, value.span))


def _kinds(value: Value) -> Reading:
    kinds = read_kinds(value.text)
    if not kinds:
        return Reading(None, problems.unknown_kind(value.text, kind_names()))
    return Reading(Kinds(kinds, value.span))


def _exact(value: Value) -> Reading:
    """`exakt:nämnden` is what `"nämnden"` is, for whoever has not thought of quotation marks for one word."""
    if next(tokenize(value.text), None) is None:
        return Reading(None)
    return Reading(Phrase(" ".join(value.text.split()), value.span))


def _concluded(column: str, examples: str) -> Callable[[Value], Reading]:
    """A field for what documents conclude, whose values are few and known."""

    def read(value: Value) -> Reading:
        asked = read_conclusion(column, value.text)
        if not asked.values:
            return Reading(None, problems.unknown_conclusion(value.text, column_values(column)))
        told = None
        if asked.borrowed:
            told = problems.borrowed(value.text, asked.read_as, examples)
        elif asked.read_as:
            told = problems.conclusion_slip(value.text, asked.read_as)
        return Reading(ConcludedQ(column, asked.values, value.text, value.span, asked.unsure), told)

    return read


def _concluded_extent(column: str) -> Callable[[str, int], int | None]:
    return lambda text, start: conclusion_extent(column, text, start)


def _ground(value: Value) -> Reading:
    """`grund:"2 kap. 1 § KL"`: what assessments rest on, where `lag:` is what a document cites."""
    text = value.text.strip()
    unsure = text.endswith("?")
    asked = asked_lagrum(text.removesuffix("?"))
    if not asked.keys:
        tell = problems.lagrum_without_act if asked.lacks_act else problems.unreadable_lagrum
        return Reading(None, tell(value.text))
    told = " ".join(problems.slip(*name) for name in asked.slips)
    return Reading(ConcludedQ("ground", asked.keys, value.text, value.span, unsure), told or None)


def _ground_extent(text: str, start: int) -> int | None:
    end = _lagrum_extent(text, start)
    return end + 1 if end is not None and text.startswith("?", end) else end


def _instans(value: Value) -> Reading:
    name = " ".join(value.text.split())
    unsure = name.endswith("?")
    column = WITH_UNSURE["instans"] if unsure else "instans"
    return Reading(Field(column, name.removesuffix("?").rstrip(), value.span, value.quoted))


def _matter(value: Value) -> Reading:
    """Every ärende that one of the Dnr is of; half a Dnr says of too many."""
    reading = _dnr(value)
    match reading.tree:
        case DnrQ(dnr):
            return Reading(MatterQ(dnr, value.text, value.span), reading.problem)
        case Or(children):
            matters = tuple(
                MatterQ(child.dnr, value.text, value.span) for child in children if isinstance(child, DnrQ)
            )
            return Reading(Or(matters), reading.problem)
        case _:
            return Reading(None, problems.unreadable_matter(value.text))


def _compared(column: str) -> Callable[[Value], Reading]:
    """A field whose values are compared as people write them, against those the archive holds."""

    def read(value: Value) -> Reading:
        return Reading(Field(column, " ".join(value.text.split()), value.span, value.quoted))

    return read


FIELDS: tuple[FieldSpec, ...] = (
    FieldSpec("dnr", ("diarienummer", "diarienr"), 'dnr:"KS 2025/448"', _dnr, _dnr_extent),
    FieldSpec("lag", ("lagrum",), 'lag:"2 kap. 1 § kommunallagen"', _lagrum, _lagrum_extent),
    FieldSpec("typ", ("handlingstyp",), "typ:motion", _kinds),
    FieldSpec("nämnd", ("namnd",), "nämnd:socialnämnden", _compared("namnd")),
    FieldSpec("år", ("ar",), "år:2015–2020", _years, years_extent),
    FieldSpec("datum", (), "datum:2010-01-01..2012-06-30", _days, days_extent),
    FieldSpec("parti", (), "parti:L", _compared("parti")),
    FieldSpec("motionär", ("motionar",), 'motionär:"Åsa Nilsson"', _compared("motionar")),
    FieldSpec(
        "kompetens",
        ("bedömning", "bedomning"),
        'kompetens:"inte förenligt"',
        _concluded("verdict", ""),
        _concluded_extent("verdict"),
    ),
    FieldSpec(
        "princip",
        (),
        "princip:lokaliseringsprincipen",
        _concluded("principle", ""),
        _concluded_extent("principle"),
    ),
    FieldSpec("grund", (), 'grund:"2 kap. 1 § kommunallagen"', _ground, _ground_extent),
    FieldSpec(
        "ställningstagande",
        ("stallningstagande", "ställning", "stallning"),
        "ställningstagande:avstyrker",
        _concluded("stance", "beslut:avslag"),
        _concluded_extent("stance"),
    ),
    FieldSpec(
        "beslut",
        ("utfall",),
        "beslut:avslag",
        _concluded("outcome", "ställningstagande:avstyrker"),
        _concluded_extent("outcome"),
    ),
    FieldSpec("instans", ("remissinstans",), "instans:socialnämnden", _instans),
    FieldSpec("ärende", ("arende",), 'ärende:"KS 2025/448"', _matter, _dnr_extent),
    FieldSpec("titel", (), "titel:kompetenscenter", _compared("titel")),
    FieldSpec("kommun", (), "kommun:Exempelstad", _compared("kommun")),
    FieldSpec("exakt", (), "exakt:nämnden", _exact),
)

_BY_SPELLING = {fold(spelling): spec for spec in FIELDS for spelling in (spec.name, *spec.spellings)}


def field_named(name: str) -> FieldSpec | None:
    """The field that `name` names, in any case, with or without å ä ö; None for other words."""
    return _BY_SPELLING.get(fold(name))


def field_names() -> tuple[str, ...]:
    """The names as they are shown to people, with the colon."""
    return tuple(f"{spec.name}:" for spec in FIELDS)
