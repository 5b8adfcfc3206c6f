"""How many numbers each volume of Svensk författningssamling has: the highest that a base act bears.

    python -m training.volumes --data ../shared/data

Writes `remissarkiv/acts/volumes.tsv` from a register: year and highest number. Acts of amendment go a
little further (2014: 1475 of the register, 1581 in texts; in no year more than 107), for which `acts.known`
allows. Years before 1965, and the one that is not over, have too few acts in the register to tell.
"""

import argparse
import csv
import re
from pathlib import Path

from training.extents import TABLES

FIRST, LAST = 1965, 2025
_NUMBER = re.compile(r"(\d{4}):(\d{1,4})")


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    arguments = parser.parse_args()
    highest: dict[int, int] = {}
    with (arguments.data / "laws.tsv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t"):
            if number := _NUMBER.fullmatch(row["sfsnr"]):
                year = int(number[1])
                highest[year] = max(highest.get(year, 0), int(number[2]))
    with (TABLES / "volumes.tsv").open("w", encoding="utf-8", newline="") as stream:
        stream.write("year\thighest\n")
        for year in range(FIRST, LAST + 1):
            stream.write(f"{year}\t{highest[year]}\n")


if __name__ == "__main__":
    main()
