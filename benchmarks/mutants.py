"""The damaged files themselves: which file is harmed, how, and under which name it comes.

Sources are the real files of the shared data and the sample archive. Of kinds that are rare there, letters,
exports and rich text, a few more are made of their texts, so that every reader is tried.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from benchmarks.made_files import export, letter, rich_text
from benchmarks.mutation import ANY
from benchmarks.mutation_formats import BY_ENDING

_SHARE_OF_KIND = 0.6
"""How many of the mutants of a kind that has damages of its own get one of those."""

_SHARE_OF_NAMES = 0.04
_SHARE_TWICE = 0.25
_MADE = 6


@dataclass(frozen=True, slots=True)
class Mutant:
    """A damaged file: its name tells its number, what was done and to which file."""

    name: str
    kind: str
    data: bytes


Sources = Mapping[str, Sequence[tuple[str, bytes]]]
"""Files by their ending, each with its name."""


def sources(folders: Sequence[Path]) -> Sources:
    """The files below the folders, and made ones of the kinds that are rare there."""
    found: defaultdict[str, list[tuple[str, bytes]]] = defaultdict(list)
    for folder in folders:
        for file in sorted(folder.rglob("*")):
            if file.is_file() and file.stat().st_size > 5:
                found[file.suffix.lower()].append((file.stem, file.read_bytes()))
    plain = [data for _, data in found[".txt"]] or [data for _, data in found[".md"]]
    other = [data for ending in (".pdf", ".docx", ".html") for _, data in found[ending]]
    for number in range(_MADE):
        text, attached = plain[number % len(plain)], other[(number * 7) % len(other)]
        found[".eml"].append((f"made{number}", letter(text, attached)))
        found[".rtf"].append((f"made{number}", rich_text(text)))
        packed = export({"2025/motion.txt": text, "2025/bilagor/svar.bin": attached})
        found[".zip"].append((f"made{number}", packed))
    return dict(found)


def mutants(files: Sources, count: int, seed: int) -> Iterator[Mutant]:
    """`count` mutants, kinds in turn; each hangs on the seed and its number alone."""
    kinds = sorted(files)
    for number in range(count):
        yield _mutant(Random(f"{seed}:{number}"), files, kinds[number % len(kinds)], number)


def _mutant(random: Random, files: Sources, kind: str, number: int) -> Mutant:
    stem, data = random.choice(files[kind])
    other = random.choice(files[random.choice((kind, kind, random.choice(sorted(files))))])[1]
    own = BY_ENDING.get(kind, ())
    done: list[str] = []
    for _ in range(2 if random.random() < _SHARE_TWICE else 1):
        damage = (
            random.choice(own)
            if own and not done and random.random() < _SHARE_OF_KIND
            else random.choice(ANY)
        )
        done.append(damage.__name__)
        data = damage(random, data, other) or data[:1]
    ending = kind
    if random.random() < _SHARE_OF_NAMES:
        done.append("ending")
        ending = random.choice([*files, "", ".pdf.docx", ".PDF", ".bin"])
    return Mutant(f"m{number:06}-{'-'.join(done)}-{stem[:40]}{ending}", kind, data)
