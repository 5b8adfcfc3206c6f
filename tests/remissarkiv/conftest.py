"""Documents of any make, for tests of what must hold for every one of them."""

import pytest
from hypothesis import strategies as st

from remissarkiv.citations import find_citations
from remissarkiv.dnr import find_dnr
from remissarkiv.domain import (
    Actor,
    ActorKind,
    Assessment,
    Decision,
    DnrMention,
    DnrRole,
    Document,
    Kind,
    Outcome,
    Position,
    Principle,
    Segment,
    Span,
    Stance,
    Status,
    Verdict,
)

_WORDS = (
    "skola skolan skolbarnen rådgivning skuldrådgivning skuld kommunal kompetens socialnämnden nämnden är "
    "Förvaltningen. EU-medborgare Kvrndahl Hjemstrom social- \n\n \t Dnr KS 2025/448 "
    "kap. 5 § KS 2025/44 tillstyrks, å1 🙂 bok böcker"
).split(" ")
_PIECES = (
    *_WORDS,
    "2 kap. 1 och 2 §§ kommunallagen (2017:725)",
    "prop. 2016/17:171 s. 45",
    "x" * 120,
    "\ud800",
)
_READ = (
    ("socialndmnden", "socialnämnden", "ocr-word"),
    ("dr", "är", "ocr-word"),
    ("Hjemstrom", "hjälmström", "ocr-word"),
    ("social-\nndmnden", "socialnämnden", "ocr-hyphen"),
    ("kommu-\nnal", "kommunal", "line-hyphen"),
    ("d", "ä", "ocr-word"),
    ("paatt", "på att", "ocr-split"),
    ("Sida 3 (4)\n", "", "running-head"),
)


@st.composite
def _documents(draw: st.DrawFn) -> Document:
    original, text, segments = "", "", []
    pieces = st.one_of(st.sampled_from(_PIECES), st.sampled_from(_PIECES), st.sampled_from(_READ))
    for piece in draw(st.lists(pieces, max_size=60)):
        read, shown, rule = (piece, piece, "") if isinstance(piece, str) else piece
        if rule:
            places = Span(len(original), len(original) + len(read)), Span(len(text), len(text) + len(shown))
            segments.append(Segment(*places, rule, 0.5))
        gap = draw(st.sampled_from([" ", " ", " ", ". ", "\n", ""]))
        original, text = original + read + gap, text + shown + gap
    return Document(
        title="Handling",
        kind=draw(st.sampled_from([Kind.TJANSTEUTLATANDE, Kind.PROTOKOLL])),
        text=text,
        original=original,
        namnd=draw(st.sampled_from(["", "Socialnämnden"])),
        segments=tuple(segments),
        dnr=tuple(DnrMention(dnr, DnrRole.MENTIONED) for dnr in find_dnr(text)),
        citations=find_citations(text),
        damaged=draw(_stretches(len(text))),
        parted=draw(_stretches(len(text))),
        lexicon=draw(st.sampled_from([0, 3])),
        assessments=tuple(draw(st.lists(_assessments(len(text)), max_size=3))),
        positions=tuple(draw(st.lists(_positions(len(text)), max_size=2))),
        decisions=tuple(draw(st.lists(_decisions(len(text)), max_size=2))),
    )


def _spans(length: int) -> st.SearchStrategy[Span]:
    place = st.integers(0, length)
    return st.tuples(place, place).map(lambda ends: Span(min(ends), max(ends)))


@st.composite
def _stretches(draw: st.DrawFn, length: int) -> tuple[Span, ...]:
    """Spans in order that do not overlap; often none, or the whole text."""
    if draw(st.booleans()):
        return ()
    ends = sorted(draw(st.lists(st.integers(0, length), max_size=4, unique=True)))
    return tuple(Span(*pair) for pair in zip(ends[::2], ends[1::2], strict=False)) or (Span(0, length),)


_ACTORS = st.builds(
    Actor, st.sampled_from(["", "Socialnämnden", "Maria Losman (MP)"]), st.sampled_from(list(ActorKind))
)
_STATUSES = st.sampled_from(list(Status))


def _assessments(length: int) -> st.SearchStrategy[Assessment]:
    return st.builds(
        Assessment,
        st.sampled_from(list(Verdict)),
        _spans(length),
        certain=st.booleans(),
        concerns=st.sampled_from(["", "rådgivning"]),
        grounds=st.sampled_from([(), ("2017:725#K2P1",)]),
        principles=st.sampled_from([(), (Principle.LIKSTALLIGHET,)]),
        actor=_ACTORS,
        status=_STATUSES,
    )


def _positions(length: int) -> st.SearchStrategy[Position]:
    return st.builds(
        Position,
        st.sampled_from(list(Stance)),
        _ACTORS,
        _spans(length),
        _STATUSES,
        target=st.sampled_from(["", "avgiften"]),
        certain=st.booleans(),
    )


def _decisions(length: int) -> st.SearchStrategy[Decision]:
    return st.builds(
        Decision, st.sampled_from(list(Outcome)), _ACTORS, _spans(length), _STATUSES, certain=st.booleans()
    )


@pytest.fixture(scope="session")
def any_document() -> st.SearchStrategy[Document]:
    """Short documents with citations, Dnr and conclusions, of which words were repaired and stretches are
    damaged or documents of their own."""
    return _documents()
