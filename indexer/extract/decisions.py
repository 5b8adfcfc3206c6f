"""Which sections of minutes hold what the meeting decided?

In the minutes of kommunstyrelsen, "Kommunstyrelsens förslag till kommunfullmäktige" is what kommunstyrelsen
decided; in those of fullmäktige it is a proposal. "Arbetsutskottets beslut" beside a decision of the
meeting's own is how the matter was prepared.
"""

from dataclasses import replace

from indexer.extract.lines import folded
from remissarkiv.domain import Section, SectionKind
from remissarkiv.language.skeleton import skeleton

_OF = skeleton("s")
_FULLMAKTIGE = skeleton("fullmäktige")
_BODIES = tuple(
    skeleton(word) for word in ("nämnden", "styrelsen", "fullmäktige", "utskottet", "beredningen")
)
_BODY_GENITIVES = (*(body + _OF for body in _BODIES), skeleton("utskotts"), skeleton("nämnds"))
_WHAT = tuple(skeleton(word) for word in ("förslag", "beslut"))


def decided_sections(sections: tuple[Section, ...], namnd: str) -> tuple[Section, ...]:
    """The sections with those as `BESLUT` that the board of the meeting, `namnd`, decided; as they are where
    the board is not known."""
    board = folded(namnd).split()
    if not board:
        return sections
    kinds = [_kind(section, board[-1], sections) for section in sections]
    decided = any(
        kind is SectionKind.BESLUT and not _is_foreign(section, board[-1])
        for kind, section in zip(kinds, sections, strict=True)
    )
    return tuple(
        replace(section, kind=SectionKind.BEREDNING)
        if decided and kind is SectionKind.BESLUT and _is_foreign(section, board[-1])
        else replace(section, kind=kind)
        for kind, section in zip(kinds, sections, strict=True)
    )


def _kind(section: Section, board: str, sections: tuple[Section, ...]) -> SectionKind:
    if section.kind is not SectionKind.FORSLAG_TILL_BESLUT:
        return section.kind
    owner = _owner(section.heading)
    if owner and _is_own(owner, board):
        return SectionKind.BESLUT
    words = folded(section.heading).split()
    to_fullmaktige = words[:1] == [_WHAT[0]] and any(_FULLMAKTIGE in word for word in words)
    if not to_fullmaktige or board.endswith(_FULLMAKTIGE):
        return section.kind
    is_alone = not any(other.kind is SectionKind.BESLUT for other in sections)
    return SectionKind.BESLUT if is_alone else section.kind


def _is_foreign(section: Section, board: str) -> bool:
    owner = _owner(section.heading)
    return owner.endswith(_BODY_GENITIVES) and not _is_own(owner, board)


def _owner(heading: str) -> str:
    """The word before "förslag" or "beslut" in a heading, as a skeleton: whose it is."""
    words = folded(heading).split()
    return next((words[n - 1] for n, word in enumerate(words) if n and word in _WHAT), "")


def _is_own(owner: str, board: str) -> bool:
    """`kommunstyrelsens`, and `styrelsens` or `nämndens` for short."""
    return owner == board + _OF or (
        owner in (body + _OF for body in _BODIES) and board.endswith(owner.removesuffix(_OF))
    )
