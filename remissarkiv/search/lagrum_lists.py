"""Several lagrum in as few words as a jurist needs: `2 kap. 1, 2 och 8 §§ kommunallagen (1991:900)`."""

import re
from collections.abc import Iterable, Sequence

from remissarkiv.citations import key_label
from remissarkiv.query.lagrum import read_lagrum

_SECTION = re.compile(r"(?:(?P<chapter>\S{1,6} kap\.) )?(?P<number>[0-9]{1,4})(?: (?P<letter>[a-z]{1,2}))? §")


def listed(keys: Sequence[str]) -> str:
    """The keys as one reads them, the act named once; those of several acts with each its own."""
    root = key_label(keys[0].partition("#")[0])
    labels = [key_label(key) for key in keys]
    if not all(label.endswith(f" {root}") for label in labels):
        return _chain(labels, "och")
    return f"{_places(label.removesuffix(root).strip() for label in labels)} {root}"


def asked_for(keys: Sequence[str]) -> str:
    """What stands in a query for any of the keys: `lag:"2 kap. 1 och 2 §§ kommunallagen (1991:900)"`, each
    of them for itself where the list would be read as anything else."""
    together = listed(keys)
    if '"' not in together and set(read_lagrum(together)) == set(keys):
        return f'lag:"{together}"'
    return " ELLER ".join(f"lag:{_spelled(key)}" for key in keys)


def _spelled(key: str) -> str:
    """A key as people write it, where that is read as the same again."""
    label = key_label(key)
    return f'"{label}"' if '"' not in label and read_lagrum(label) == (key,) else key


def _places(places: Iterable[str]) -> str:
    """`2 kap. 1 och 8 §§ samt 8 kap. 3 b §`: chapter by chapter, the §§ of each in order."""
    pieces: list[str] = []
    chapters: dict[str, list[tuple[int, str]]] = {}
    for place in places:
        section = _SECTION.fullmatch(place)
        if section is None:
            pieces.append(place)
        else:
            one = (int(section["number"]), section["letter"] or "")
            chapters.setdefault(section["chapter"] or "", []).append(one)
    pieces += [f"{chapter} {_sections(own)}".strip() for chapter, own in chapters.items()]
    return _chain(pieces, "samt")


def _sections(sections: list[tuple[int, str]]) -> str:
    numbers = [f"{number} {letter}".strip() for number, letter in sorted(set(sections))]
    return f"{_chain(numbers, 'och')} {'§' if len(numbers) == 1 else '§§'}"


def _chain(pieces: Sequence[str], last: str) -> str:
    return f" {last} ".join(filter(None, (", ".join(pieces[:-1]), pieces[-1])))
