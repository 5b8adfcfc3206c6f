"""What the letters of a Dnr tell of whose it is: a board has its own (`KFN`: kultur- och fritidsnämnden).

The letters of `remissarkiv.dnr` are those that boards with a name use anywhere, so letters that are not among
a board's prove nothing alone. Beside a Dnr that has the board's letters they do.
"""

from remissarkiv.dnr.authorities import is_board, is_known_diary, letters_of
from remissarkiv.domain import Dnr

_ALIKE = ("EF", "OQDCG", "ILJ", "BRP8", "NMH", "UV", "KX", "AÄÅ", "OÖ", "S5B")
"""Capitals that are taken for each other on a bad page."""
_FULLMAKTIGE = "kommunfullmäktige"
"""Its ärenden are in the diary of kommunstyrelsen."""


def is_of_another(dnr: Dnr, namnd: str, all_dnr: tuple[Dnr, ...]) -> bool:
    """Whether a Dnr is another board's than `namnd`: it has letters of boards, not of this one, and another
    Dnr of the document has this one's."""
    own = letters_of(namnd)
    if not own or namnd.lower() == _FULLMAKTIGE or not is_board(dnr.authority) or dnr.authority in own:
        return False
    return any(other.authority in own for other in all_dnr)


def is_of_office(letters: str) -> bool:
    """Whether a diary with these letters is that of kommunstyrelsen, which sends out remisser."""
    return letters in letters_of("kommunstyrelsen")


def with_own_letters(dnr: Dnr, namnd: str) -> Dnr:
    """A board's own Dnr whose letters nobody has, with the board's letters that they are misread from:
    `KEN 08/37` of Kultur- och fritidsnämnden is `KFN 08/37`. Unchanged where that is not one and certain."""
    if not dnr.authority or is_known_diary(dnr.authority):
        return dnr
    meant = [letters for letters in letters_of(namnd) if _is_misread(dnr.authority, letters)]
    if len(meant) != 1:
        return dnr
    return Dnr(meant[0], dnr.year, dnr.number, dnr.suffix, dnr.raw, dnr.span)


def _is_misread(read: str, written: str) -> bool:
    if len(read) != len(written) or len(read) < 2:
        return False
    differ = [(a, b) for a, b in zip(read, written, strict=True) if a != b]
    return len(differ) == 1 and any(differ[0][0] in group and differ[0][1] in group for group in _ALIKE)
