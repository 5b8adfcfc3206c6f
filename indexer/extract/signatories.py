"""Who signed: names with their titles and units, at the end of a tjänsteutlåtande, an answer or a decision.

    Veronica Carstorp Wolgast Lina Blombergsson
    Socialdirektor Avdelningschef
    Socialforvaltningen Socialforvaltningen

Two columns are often read as one line. The line of titles tells how many there are, and a known given name
where the second name begins.
"""

import re
from functools import lru_cache

from indexer.extract.bodies import is_office
from indexer.extract.draft import Draft
from indexer.extract.headings import kind_of_heading
from indexer.extract.lines import Line
from indexer.extract.person_names import is_given_name, is_name, shown_name
from indexer.extract.restore_names import Restorer
from remissarkiv.domain import Kind, Signatory
from remissarkiv.language.skeleton import skeleton

_TITLE_ENDS = tuple(
    skeleton(ending)
    for ending in (
        "direktör chef handläggare utredare sekreterare jurist strateg controller samordnare "
        "planerare ordförande ekonom rådgivare ingenjör arkitekt rektor registrator administratör "
        "kommunalråd borgarråd inspektör projektledare tjänsteman ombudsman generaldirektör "
        "landshövding specialist koordinator notarie antikvarie konsult ledare sakkunnig minister "
        "statsråd departementsråd kansliråd sjuksköterska sköterska utvecklare konsulent pedagog psykolog "
        "kurator assistent bibliotekarie ansvarig ombud "
    ).split()
)
_UNIT_ENDS = tuple(
    skeleton(word)
    for word in (
        "enheten avdelningen staben sektionen nämnden styrelsen verket kansliet kansli departementet rådet "
        "utskottet"
    ).split()
)
_BEFORE_TITLES = frozenset(
    skeleton(word) for word in "tf bitr biträdande vice t.f. förste 1:e stf kommunstyrelsens nämndens".split()
)
_WHOLE_TITLES = frozenset(("vd", "kanslist", "jurist"))
_ELECTRONIC = re.compile(
    r"(?:digitalt |elektroniskt )?(?:signera|underteckna|underskri|bankid)", re.IGNORECASE
)
_SIGNS_MINUTES = frozenset(
    skeleton(word) for word in "ordförande justerare justerande sekreterare nämndsekreterare".split()
)
_PARTY = re.compile(r" \((?:[A-ZÅÄÖ]{1,3}|[a-zåäö]{1,3})\)\Z")
_MOST_LINES = 60
_LETTERHEAD = 8
_SIGNED_KINDS_WITHOUT = frozenset(
    {Kind.MOTION, Kind.INTERPELLATION, Kind.ARTIKEL, Kind.TAL, Kind.FORFATTNING}
)
_ONE_LINE = re.compile(r"(?P<name>[^,]{5,50}),\s(?P<title>[^,.]{4,60})(?:,\s(?P<unit>[^,.]{4,60}))?")


def find_signatories(draft: Draft, kind: Kind) -> tuple[Signatory, ...]:
    """Who signed the document, in order; () for kinds that officials do not sign."""
    if kind in _SIGNED_KINDS_WITHOUT:
        return ()
    lines = draft.lines[-_MOST_LINES:]
    in_letterhead = _LETTERHEAD - (len(draft.lines) - len(lines))
    found: dict[str, Signatory] = {}
    handled_by: dict[str, Signatory] = {}
    for n, line in enumerate(lines):
        for signatory in _at(lines, n, line, draft.restorer):
            # "Therese Ahlgrimm, bygglovschef" above the title is who answers questions, not who signs.
            aside = n < in_letterhead and _ONE_LINE.fullmatch(line.text)
            (handled_by if aside else found).setdefault(signatory.name, signatory)
    return tuple(found.values()) or tuple(handled_by.values())


def _at(lines: tuple[Line, ...], n: int, line: Line, restorer: Restorer) -> list[Signatory]:
    """The signatures whose titles stand on this line, or that stand whole on it."""
    single = _ONE_LINE.fullmatch(line.text)
    if single and is_name(single["name"]) and _is_title(single["title"]):
        unit = restorer.name(single["unit"] or "")
        return [Signatory(shown_name(single["name"], restorer), restorer.name(single["title"]), unit)]
    if _is_electronic(lines, n):
        return [Signatory(shown_name(lines[n + 1].text, restorer), restorer.name(line.text))]
    titles = _columns_of_titles(line)
    if not titles or n == 0:
        return []
    names = _columns_of_names(lines[n - 1], len(titles), restorer)
    if names is None:
        return []
    units = _columns_of_units(lines[n + 1], len(titles)) if n + 1 < len(lines) else ()
    if not units and len(titles) == 1 and _is_block_of_three(lines, n):
        units = (lines[n + 1].text,)
    units = units or ("",) * len(titles)
    return [
        Signatory(shown_name(name, restorer), restorer.name(title), restorer.name(unit))
        for name, title, unit in zip(names, titles, units, strict=True)
    ]


def _is_electronic(lines: tuple[Line, ...], n: int) -> bool:
    """Whether the title of one who signed minutes in a portal stands on this line, above the name:
    `Justerare / Ylva Näslöf / Signerad elektroniskt`."""
    return (
        n + 2 < len(lines)
        and _ELECTRONIC.match(lines[n + 2].text) is not None
        and skeleton(lines[n].text.lower()) in _SIGNS_MINUTES
        and is_name(lines[n + 1].text)
    )


def _is_block_of_three(lines: tuple[Line, ...], n: int) -> bool:
    """Whether name, title on line `n` and one line more stand together, with nothing above and below: the
    third is then whose the title is, `AB Björkåsabostäder`."""
    if not (0 < n < len(lines) - 1) or lines[n].opens or lines[n + 1].opens:
        return False
    third = lines[n + 1]
    is_name_like = third.text[:1].isupper() and third.text[-1:].isalpha() and len(third.text) < _LONGEST_UNIT
    if not (is_name_like and lines[n - 1].opens and third.closes):
        return False
    return not any(letter.isdigit() for letter in third.text) and kind_of_heading(third.text) is None


_LONGEST_UNIT = 60


@lru_cache(maxsize=5_000)
def _ends_title(word: str) -> bool:
    low = word.lower().rstrip(",")
    return skeleton(low).endswith(_TITLE_ENDS) or low in _WHOLE_TITLES


def _is_title(words: str) -> bool:
    """Whether the words are one title: `Tf. avdelningschef`, `Chef för enheten`, but no sentence."""
    parts = words.split()
    return (
        0 < len(parts) <= 6
        and words[:1].isalpha()
        and not words.endswith(".")
        and any(map(_ends_title, parts))
    )


def _columns_of_titles(line: Line) -> tuple[str, ...]:
    """The titles on a line: by its cells, else each word that ends a title ends a column."""
    if len(line.text) > 120 or line.text.endswith((".", ":", ",")):
        return ()
    cells = line.cells
    if len(cells) > 1:
        return cells if all(_is_title(cell) for cell in cells) else ()
    titles: list[str] = []
    column: list[str] = []
    for word in line.text.split():
        if not column and titles and not word[:1].isupper():
            # "Chef för enheten": the words after a title with a small letter belong to it.
            titles[-1] = f"{titles[-1]} {word}"
            continue
        column.append(word)
        if _ends_title(word):
            titles.append(" ".join(column))
            column = []
        elif len(column) > 2 and skeleton(word.lower().strip(".")) not in _BEFORE_TITLES:
            return ()
    if column and titles:
        titles[-1] = " ".join([titles[-1], *column])
    return tuple(titles) if not column or len(titles) == 1 else ()


def _columns_of_names(line: Line, count: int, restorer: Restorer) -> list[str] | None:
    """The `count` names on a line, None when it does not hold that many names."""
    if len(line.cells) == count:
        names = list(line.cells)
        return names if all(is_name(_PARTY.sub("", name)) for name in names) else None
    words = line.text.split()
    if count != 2 or len(words) < 4 or not is_name_run(words):
        return None
    starts = [n for n in range(2, len(words) - 1) if is_given_name(words[n], restorer)]
    split = starts[0] if starts else len(words) // 2
    return [" ".join(words[:split]), " ".join(words[split:])]


def is_name_run(words: list[str]) -> bool:
    """Whether a line of words can be two names side by side."""
    return all(is_name(f"{first} {second}") for first, second in zip(words[::2], words[1::2], strict=False))


def _columns_of_units(line: Line, count: int) -> tuple[str, ...]:
    """The units on the line under the titles; () when it holds something else."""
    if len(line.cells) == count and all(_is_unit(cell) for cell in line.cells):
        return line.cells
    words = line.text.split()
    if count > 1 and len(words) == count and all(_is_unit(word) for word in words):
        return tuple(words)
    half, odd = divmod(len(words), 2)
    if count == 2 and half and not odd:
        units = (" ".join(words[:half]), " ".join(words[half:]))
        if skeleton(units[0].lower()) == skeleton(units[1].lower()) and _is_unit(units[0]):
            return units
    return ()


def _is_unit(words: str) -> bool:
    last = words.split()[-1] if words.split() else ""
    return (
        len(words) < 70
        and not words.endswith(".")
        and (is_office(last) or skeleton(last.lower()).endswith(_UNIT_ENDS))
    )
