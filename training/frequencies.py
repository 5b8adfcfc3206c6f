"""Make `remissarkiv/language/lexicon/frequencies.txt.gz` from the Swedish list of the library wordfreq.

    pip install wordfreq==3.1.1
    python -m training.frequencies

wordfreq (R. Speer, 2022, https://doi.org/10.5281/zenodo.7199437) is code under Apache-2.0 and data under
CC BY-SA 4.0; the table is a change of format and stays under that licence (`frequencies.LICENSE`). The
library itself is 57 MB for forty languages and gets no new data any more, so it is needed here only.
"""

import gzip
import re
from collections import defaultdict
from pathlib import Path

import wordfreq

TABLE = Path(__file__).parents[1] / "remissarkiv" / "language" / "lexicon" / "frequencies.txt.gz"
_WORD = re.compile(r"[a-zåäöéèêëüàáâíóôúçñæøß]{1,40}")


def main() -> None:
    """Write the table: one line for each frequency, `centibels: word word …`, commonest first."""
    by_centibels: dict[int, list[str]] = defaultdict(list)
    for centibels, words in enumerate(wordfreq.get_frequency_list("sv", wordlist="large")):
        by_centibels[centibels] += sorted(word for word in words if _WORD.fullmatch(word))
    lines = [
        f"{centibels}: {' '.join(words)}\n" for centibels, words in sorted(by_centibels.items()) if words
    ]
    data = "".join(lines).encode()
    TABLE.write_bytes(gzip.compress(data, compresslevel=9, mtime=0))
    print(f"{TABLE}: {sum(line.count(' ') for line in lines)} words, {TABLE.stat().st_size} bytes")


if __name__ == "__main__":
    main()
