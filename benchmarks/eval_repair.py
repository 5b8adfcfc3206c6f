"""How well badly read Swedish is repaired and found. What is measured, and how: benchmarks/README.md.

    python -m benchmarks.eval_repair --data ../shared/data [--sample N] [--only SECTION ...] [--verbose]
        [--json FILE] [--keep DIR] [--jobs N]

Every figure of the pages is printed for both halves (`training.pages.halves`), the tuning half and the one
held out. `--sample N` takes N pages of each half and 10 N documents. `--keep DIR` makes the archive of
documents in DIR and uses it again the next time: not after changes in reading, learning or indexing.
"""

import argparse
import io
import json
import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from benchmarks import real_document, repair_speed, untouched
from benchmarks.baseline import documents
from benchmarks.ocr_pages import (
    Archives,
    config_of,
    index_files,
    lexicon_of,
    make_archives,
    make_document_archive,
    other_documents,
)
from benchmarks.page_queries import Finding, compare
from benchmarks.page_tokens import TokenCounts, count_tokens
from benchmarks.page_words import KINDS, name_words, queries
from remissarkiv.language.lexicon import base_lexicon
from training.pages import Page, halves, load_pages

HALVES = ("tuning", "held out")
WORST = 30
DOCUMENTS_PER_PAGE = 10


@dataclass
class Evaluation:
    """The data, the archives as they are needed, and what has been measured, for the machine."""

    data: Path
    work: Path
    kept: Path
    sample: int = 0
    jobs: int = 2
    verbose: bool = False
    results: dict[str, Any] = field(default_factory=dict)

    @cached_property
    def halves(self) -> list[tuple[Page, ...]]:
        """The pages of the two halves."""
        return [
            half[:: max(1, len(half) // self.sample)][: self.sample] if self.sample else half
            for half in halves(load_pages(self.data / "ocr_pairs.jsonl"))
        ]

    @cached_property
    def others(self) -> list[dict[str, str]]:
        """The documents of the archive."""
        pages = [page for half in self.halves for page in half]
        return other_documents(self.data, pages, self.sample * DOCUMENTS_PER_PAGE)

    @cached_property
    def names(self) -> frozenset[str]:
        """The names on the pages."""
        pages = [page for half in self.halves for page in half]
        return name_words(pages, (document["text"] for document in self.others))

    @cached_property
    def documents(self) -> Path:
        """The data folder of the archive of documents."""
        return make_document_archive(self.others, self.kept, self.jobs)

    def archives(self) -> list[Archives]:
        """The pages among the documents, and alone."""
        pages = [page for half in self.halves for page in half]
        return [
            make_archives("in an archive", self.documents, pages, self.work, self.jobs),
            make_archives("in an empty one", None, pages, self.work, self.jobs),
        ]


def finding(evaluation: Evaluation) -> None:
    """Recall and precision of each kind of query."""
    asked = [(half, queries(half, evaluation.names)) for half in evaluation.halves]
    for archives in evaluation.archives():
        found = compare(archives, asked)
        print(f"\nFinding, {archives.name}: recall and precision over pairs of a word and a page")
        head = "".join(f"{half:>10} {'queries':>8} {'recall':>7} {'precision':>9}" for half in HALVES)
        print(f"{'':12}{head}")
        for kind in KINDS:
            row = ""
            for (_, words), half in zip(asked, found, strict=True):
                score = half.scores[kind]
                row += f"{'':10} {len(words[kind]):>8} {score.recall:>7.4f} {score.precision:>9.4f}"
            print(f"{kind:12}{row}")
        if evaluation.verbose:
            for name, half in zip(HALVES, found, strict=True):
                print(f"{name}, lost: {_worst(half.lost)}")
                print(f"{name}, wrongly found: {_worst(half.wrong)}")
        evaluation.results.setdefault("finding", {})[archives.name] = {
            name: _as_dict(half) for name, half in zip(HALVES, found, strict=True)
        }


def tokens(evaluation: Evaluation) -> None:
    """What becomes of each word of the pages."""
    lexicons = {"archive": lexicon_of(evaluation.documents), "Swedish alone": base_lexicon()}
    for name, lexicon in lexicons.items():
        print(f"\nWords after repair, lexicon: {name}")
        for half, pages in zip(HALVES, evaluation.halves, strict=True):
            counts = count_tokens(pages, lexicon, evaluation.names)
            shares = _shares(counts)
            print(
                f"{half:9} {counts.words} words, right {shares['right']:.4f} (as read "
                f"{shares['right_before']:.4f}); {counts.marked} damaged with å, ä, ö, restored "
                f"{shares['restored']:.4f}; {counts.intact} intact, changed {len(counts.changed)} "
                f"({shares['changed']:.3%}); {counts.names} names, right {shares['names_right']:.4f} "
                f"(as read {shares['names_right_before']:.4f})"
            )
            if evaluation.verbose:
                for page, word, became in counts.changed:
                    print(f"  intact, changed: {page}: {word} -> {became or '(nothing)'}")
                for (word, before, after), count in counts.still.most_common(WORST):
                    print(f"  still wrong {count} times: {word}, read {before or '-'}, became {after or '-'}")
            evaluation.results.setdefault("tokens", {}).setdefault(name, {})[half] = {
                **shares,
                "words": counts.words,
                "marked": counts.marked,
                "intact": counts.intact,
                "names": counts.names,
                "changed_words": counts.changed,
                "still_wrong": [[*words, count] for words, count in counts.still.most_common(WORST)],
            }


def born_digital(evaluation: Evaluation) -> None:
    """Documents that no OCR program has read: nothing may change."""
    step = 1
    if evaluation.sample:
        step = max(1, len(list(documents(evaluation.data, 0))) // (DOCUMENTS_PER_PAGE * evaluation.sample))
    texts = [(d["id"], d["text"]) for n, d in enumerate(documents(evaluation.data, 0)) if n % step == 0]
    found = untouched.touched(texts, lexicon_of(evaluation.documents))
    changed = sum(text.characters for text in found)
    print(
        f"\nBorn-digital: {len(texts)} documents, {sum(len(text) for _, text in texts)} characters, "
        f"taken for damaged {len(found)}, changed characters {changed}"
    )
    for text in found:
        print(f"  {text.name}: quality {text.quality}, changed characters {text.characters}")
    evaluation.results["born digital"] = {
        "documents": len(texts),
        "changed": changed,
        "flagged": [asdict(text) for text in found],
    }


def other_pages(evaluation: Evaluation) -> None:
    """Pages that are not Swedish prose, by the lexicon of the archive and by that of Swedish alone."""
    print("\nOther pages: changed characters")
    for name, lexicon in (("archive", lexicon_of(evaluation.documents)), ("Swedish alone", base_lexicon())):
        changed = untouched.other_pages(lexicon)
        words, before, after = untouched.capitals_right(lexicon)
        print(f"{name:14} " + ", ".join(f"{page} {count}" for page, count in changed.items()))
        print(f"{'':14} damaged capitals: {words} words, right as read {before}, after repair {after}")
        evaluation.results.setdefault("other pages", {})[name] = {
            "changed": changed,
            "capitals": {"words": words, "before": before, "after": after},
        }


def real(evaluation: Evaluation) -> None:
    """The words of the real document, in an archive with other documents and alone."""
    file = evaluation.data / real_document.NAME
    if not file.is_file():
        print(f"\n{file}: not present")
        return
    asked = len(real_document.words())
    places = {name: evaluation.work / f"real {name}" for name in ("in an archive", "in an empty one")}
    shutil.copytree(evaluation.documents, places["in an archive"])
    for name, data in places.items():
        index_files(data, [file])
        missing = real_document.words_not_finding(config_of(data), data)
        unseen = real_document.words_not_shown(file, lexicon_of(data))
        print(
            f"\n{file.name}, {name}: {asked - len(missing)} of {asked} words find it, "
            f"{asked - len(unseen)} stand in the text that is shown"
        )
        print(f"  do not find it: {' '.join(missing) or 'none'}")
        print(f"  do not stand in it: {' '.join(unseen) or 'none'}")
        evaluation.results.setdefault("real document", {})[name] = {
            "words": asked,
            "missing": missing,
            "not shown": unseen,
        }


def speed(evaluation: Evaluation) -> None:
    """Speed and memory of repair, in fresh processes."""
    for name, archive in (("archive", evaluation.documents), ("Swedish alone", None)):
        figures = repair_speed.measured(evaluation.data, archive, 2 * evaluation.sample)
        print(f"\nSpeed and memory, lexicon: {name}")
        print("\n".join(repair_speed.lines(figures)))
        evaluation.results.setdefault("speed", {})[name] = asdict(figures)


SECTIONS = {
    "finding": finding,
    "tokens": tokens,
    "born-digital": born_digital,
    "other-pages": other_pages,
    "real-document": real,
    "speed": speed,
}


def _worst(words: Any) -> str:
    return " ".join(f"{word} {count}" for word, count in words.most_common(WORST) if count) or "none"


def _as_dict(half: Finding) -> dict[str, Any]:
    return {
        "scores": {
            kind: {**asdict(score), "recall": score.recall, "precision": score.precision}
            for kind, score in half.scores.items()
        },
        "lost": half.lost.most_common(WORST),
        "wrong": half.wrong.most_common(WORST),
    }


def _shares(counts: TokenCounts) -> dict[str, float]:
    def share(part: int, whole: int) -> float:
        return part / whole if whole else 1.0

    return {
        "right_before": share(counts.right_before, counts.words),
        "right": share(counts.right, counts.words),
        "restored": share(counts.restored, counts.marked),
        "changed": len(counts.changed) / max(1, counts.intact),
        "names_right_before": share(counts.names_right_before, counts.names),
        "names_right": share(counts.names_right, counts.names),
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure what is asked for and print it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="folder of the shared data")
    parser.add_argument(
        "--sample", type=int, default=0, metavar="N", help="pages of each half (default: all)"
    )
    parser.add_argument("--only", nargs="+", choices=SECTIONS, default=list(SECTIONS), metavar="SECTION")
    parser.add_argument(
        "--verbose", action="store_true", help="list the worst words and every overcorrection"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures to this file too")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep the archive of documents here")
    parser.add_argument("--jobs", type=int, default=2, help="processes that read files")
    options = parser.parse_args(arguments)
    for name in ("ocr_pairs.jsonl", "documents.jsonl.gz"):
        if not (options.data / name).is_file():
            sys.exit(f"{options.data / name}: not present")
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(line_buffering=True)
    with tempfile.TemporaryDirectory(prefix="remiss-eval-") as name:
        work = Path(name)
        kept = options.keep.resolve() if options.keep else work
        evaluation = Evaluation(options.data, work, kept, options.sample, options.jobs, options.verbose)
        for section in options.only:
            SECTIONS[section](evaluation)
    if options.json:
        options.json.write_text(
            json.dumps(evaluation.results, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
        )


if __name__ == "__main__":
    main()
