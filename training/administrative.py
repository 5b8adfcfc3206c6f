"""Make `remissarkiv/language/lexicon/administrative.txt.gz`: words of Swedish public texts, and their order.


    python -m training.administrative --data ../shared/data

Counted in `large.jsonl.gz` (documents of the riksdag and the government, statutes), without the documents
that a page of `ocr_pairs.jsonl` is from. Only what stands in several documents is kept, so that the table
holds how Swedish is written and not what one document says. A word that is written with a capital inside
sentences is a name, and has one in the table.
"""

import argparse
import gzip
import json
from collections import Counter
from pathlib import Path

from remissarkiv.language.lexicon.learning import learn
from training.pages import document_root, load_pages

TABLE = Path(__file__).parents[1] / "remissarkiv" / "language" / "lexicon" / "administrative.txt.gz"
FEWEST_DOCUMENTS = 5
FEWEST_TIMES = 8
NAME_SHARE = 0.6
_HELD = 6_000_000


def main() -> None:
    """Count and write the table: the total, a line for each word, a line for each first word of pairs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    folder = parser.parse_args().data
    for name in ("ocr_pairs.jsonl", "large.jsonl.gz"):
        if not (folder / name).exists():
            raise SystemExit(f"{folder / name}: not present")
    out = {page.document for page in load_pages(folder / "ocr_pairs.jsonl")}
    words: Counter[str] = Counter()
    capitals: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    word_documents: Counter[str] = Counter()
    pair_documents: Counter[tuple[str, str]] = Counter()
    with gzip.open(folder / "large.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            document = json.loads(line)
            if document_root(document["id"]) in out:
                continue
            learned = learn([document["text"].replace("\xad", "")], fewest_together=1)
            words.update(learned.words)
            capitals.update(learned.capitals)
            pairs.update(learned.pairs)
            word_documents.update(learned.words.keys())
            pair_documents.update(learned.pairs.keys())
            if len(pairs) > _HELD:
                pairs = Counter({pair: times for pair, times in pairs.items() if times > 2})
                pair_documents = Counter({pair: pair_documents[pair] for pair in pairs})
    kept = {word: times for word, times in words.items() if word_documents[word] >= FEWEST_DOCUMENTS}
    lines_out = [f"{words.total()}\n"]
    names = {word for word, times in kept.items() if capitals[word] >= NAME_SHARE * times}
    lines_out += [
        f"{word.capitalize() if word in names else word} {times}\n" for word, times in sorted(kept.items())
    ]
    lines_out.append("\n")
    after: dict[str, list[tuple[str, int]]] = {}
    for (first, second), times in pairs.items():
        enough = times >= FEWEST_TIMES and pair_documents[first, second] >= FEWEST_DOCUMENTS
        if enough and first in kept and second in kept:
            after.setdefault(first, []).append((second, times))
    for first, found in sorted(after.items()):
        lines_out.append(f"{first}: {' '.join(f'{second} {times}' for second, times in sorted(found))}\n")
    TABLE.write_bytes(gzip.compress("".join(lines_out).encode(), compresslevel=9, mtime=0))
    print(f"{TABLE}: {len(kept)} words, {sum(map(len, after.values()))} pairs, {TABLE.stat().st_size} bytes")


if __name__ == "__main__":
    main()
