"""How long the search page, JSON and the engine take with queries that were made to be slow.

    python -m benchmarks.hostile_queries CONFIG [--aim 200] [--only PART]

CONFIG is an archive of some size (`benchmarks/bench/archive.py` makes one of 20 000 documents). Each query is
asked of an archive that was just opened (cold: nothing in the engine's memory) and once more (warm), as the
page and as what `remiss search --facets --json` prints. Figures are milliseconds of CPU of this process;
`hits` is what was found, `told` the first sentence that was said of the query. Exit status 1 when one takes
longer than the aim.
"""

import argparse
import gc
import json
import sys
import time
from collections.abc import Callable, Mapping
from http import HTTPStatus
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

from remissarkiv import open_archive
from remissarkiv.bootstrap import Archive
from remissarkiv.commands.answers import as_dict
from remissarkiv.domain import HitList
from remissarkiv.engines.interface import Everything, SearchRequest
from remissarkiv.language.tokens import tokenize
from webapp.app import create_app

_LONG = 10_000
_ROUNDS = 3
"""The best of so many counts: what others do on the machine slows the caches down."""

AnswerT = TypeVar("AnswerT")


def common_words(archive: Archive, most: int) -> list[str]:
    """Different words of the archive's documents, those of most documents first: what costs most."""
    request = SearchRequest(Everything(), archive.operator_access(), limit=400)
    ids = [hit.id for hit in archive.engine.search(request).hits]
    held: dict[str, int] = {}
    for stored in archive.catalog.documents(ids, archive.operator_access()).values():
        for word in {token.text for token in tokenize(stored.document.text[:20_000])}:
            if word.isalpha() and len(word) > 2:
                held[word] = held.get(word, 0) + 1
    return sorted(held, key=lambda word: (-held[word], word))[:most]


def hostile_queries(words: list[str]) -> Mapping[str, str]:
    """The queries by name; `words` are common ones of the archive."""
    thousand = words[:1000]
    return {
        "one letter and a star": "a*",
        "two letters and a star": "fö*",
        "many prefixes": " ELLER ".join(f"{word[:3]}*" for word in words[:150]),
        "a letter between stars": "*a*",
        "a star before an ending": "*ning",
        "a star before a long ending": "*bidrag",
        "stars all over": "*e*n*r*",
        "many leading stars": " ELLER ".join(f"*{word[-4:]}" for word in words[:150]),
        "a star in the middle": "sk*ing",
        "question marks": "?????",
        "question marks around": "??ol??",
        "many question marks in a long word": "s" + "?" * 60 + "a",
        "a thousand OR": " ELLER ".join(thousand),
        "a thousand AND": " ".join(thousand),
        "a thousand NOT": " ".join(f"INTE {word}" for word in thousand),
        "short OR": " ELLER ".join(words[:150]),
        "10 000 letters": "a" * _LONG,
        "10 000 characters of words": " ".join(words)[:_LONG],
        "10 000 characters of nonsense": " ".join(f"x{word[::-1]}q" for word in words)[:_LONG],
        "300 parentheses": "(" * 300 + words[40] + ")" * 300,
        "300 open parentheses": "(" * 300 + words[40],
        "300 parentheses with OR": "(" * 300 + words[40] + "".join(f" ELLER {w})" for w in words[41:341]),
        "300 INTE": "INTE " * 300 + words[40],
        "a long phrase of common words": '"' + " ".join(words[:150]) + '"',
        "a phrase of the same word": '"' + "att " * 150 + '"',
        "many phrases": " ELLER ".join(f'"{a} {b}"' for a, b in pairwise(words[:76])),
        "near, two common words": f"{words[0]} NÄRA/50 {words[1]}",
        "near, many common words": '"' + " ".join(words[:100]) + '"~100',
        "near, the same word": '"' + "att " * 100 + '"~100',
        "near, many pairs": " ELLER ".join(f"{a} NÄRA/20 {b}" for a, b in pairwise(words[:76])),
        "near, with a huge distance": f'"{words[0]} {words[1]}"~999999999',
        "fuzzy, a short word": "att~",
        "fuzzy, two slips": "rådgivning~2",
        "many fuzzy": " ELLER ".join(f"{word}~2" for word in words if len(word) > 6),
        "fuzzy, every first letter": " ELLER ".join(f"{letter}ommunstyrelsen~2" for letter in "abcdefgh"),
        "fuzzy, a long word": "b" * 60 + "~2",
        "all years": "år:1500-2199",
        "all Dnr": "dnr:KS*",
        "many half Dnr": " ELLER ".join(f"dnr:{number}" for number in range(1, 151)),
        "many lagrum": " ELLER ".join(f"lag:{number}:1 KL" for number in range(1, 151)),
        "a nämnd of every letter": " ELLER ".join(f"nämnd:{letter}" for letter in "abcdefghijklmnopqr"),
        "quotation marks": '"' * 400,
        "signs": "§*?~()\"'-:/" * 100,
        "colons": "lag:" * 500,
    }


def measured(answer: Callable[[], AnswerT]) -> tuple[float, AnswerT]:
    """Milliseconds of CPU, and the answer."""
    gc.collect()  # what earlier queries left is not this one's to clear away
    start = time.process_time()
    answered = answer()
    return (time.process_time() - start) * 1000, answered


def ask(archive: Archive, query: str) -> tuple[list[float], HitList]:
    """Milliseconds of the page and of JSON, each cold and warm, and what was found."""
    client = create_app(archive).test_client()
    client.get("/sok", query_string={"q": "nämnden"})  # what a server has made long before: templates
    times = []

    def page() -> None:
        response = client.get("/sok", query_string={"q": query})
        if response.status_code != HTTPStatus.OK:
            raise RuntimeError(f"the page answered {response.status_code} to {query[:60]!r}")

    def printed() -> HitList:
        found = archive.search(query, facets=True, access=archive.operator_access())
        json.dumps(as_dict(found), ensure_ascii=False)
        return found

    times += [measured(page)[0], measured(page)[0]]
    took, found = measured(printed)
    return [*times, took], found


def main() -> int:
    """Ask all, print the table; 1 when something is too slow."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("config", type=Path)
    parser.add_argument("--aim", type=float, default=200.0, help="milliseconds of CPU")
    parser.add_argument("--only", default="", help="queries whose name holds this")
    arguments = parser.parse_args()
    with open_archive(arguments.config, create=False) as archive:
        queries = hostile_queries(common_words(archive, 1500))
    slow = 0
    print(f"{'query':36} {'cold':>7} {'warm':>7} {'json':>7}  {'hits':>6}  told")
    for name, query in queries.items():
        if arguments.only not in name:
            continue
        rounds = []
        for _ in range(_ROUNDS):
            with open_archive(arguments.config, create=False) as archive:
                times, found = ask(archive, query)
                rounds.append(times)
        times = [min(round_) for round_ in zip(*rounds, strict=True)]
        told = found.problems[0].message if found.problems else ""
        shown = " ".join(f"{took:7.1f}" for took in times)
        late = max(times) > arguments.aim
        slow += late
        print(f"{name:36} {shown}  {found.total:6} {'!' if late else ' '} {told[:80]}", flush=True)
    print(f"{slow} of {len(queries)} take longer than {arguments.aim:.0f} ms")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
