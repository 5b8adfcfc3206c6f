"""How well and how fast are pages of Swedish text read by OCR, with Swedish and without?

Draws the clean texts of `ocr_pairs.jsonl` as pages of type at 130-200 dpi, slightly askew and with noise,
and reads them as the indexer does.

    python -m benchmarks.eval_ocr --data ../shared/data --pages 20
"""

import argparse
import collections
import json
import math
import random
import re
import textwrap
import time
from pathlib import Path
from unittest import mock

import pypdfium2
import pypdfium2.raw as pdfium

from indexer.ocr import program as ocr_program

WIDTH, HEIGHT = 595, 842
LINES = 58


def draw(text: str, seed: int) -> tuple[bytes, int, str]:
    """A page of the text as a PGM picture, its dots per inch, and the text that is on it."""
    chance = random.Random(seed)
    lines = [line for part in text.split("\n") for line in (textwrap.wrap(part, 84) or [""])][:LINES]
    document = pypdfium2.PdfDocument.new()
    page = document.new_page(WIDTH, HEIGHT)
    font = pdfium.FPDFText_LoadStandardFont(document.raw, chance.choice((b"Times-Roman", b"Helvetica")))
    turn = math.radians(chance.uniform(-0.4, 0.4))
    for number, line in enumerate(lines):
        item = pdfium.FPDFPageObj_CreateTextObj(document.raw, font, 10.5)
        units = (line.encode("utf-16-le") + b"\0\0").ljust(2)
        pdfium.FPDFText_SetText(item, (pdfium.FPDF_WCHAR * (len(units) // 2)).from_buffer_copy(units))
        pdfium.FPDFPageObj_Transform(
            item, math.cos(turn), math.sin(turn), -math.sin(turn), math.cos(turn), 60, 780 - 12.8 * number
        )
        pdfium.FPDFPage_InsertObject(page.raw, item)
    pdfium.FPDFPage_GenerateContent(page.raw)
    dpi = chance.choice((130, 150, 200, 200))
    bitmap = page.render(scale=dpi / 72, grayscale=True)
    rows = bytes(bitmap.buffer)
    grey = b"".join(rows[y * bitmap.stride :][: bitmap.width] for y in range(bitmap.height))
    noise = chance.randbytes(len(grey))
    grey = bytes(
        max(0, min(255, value + (speck >> 3) - 16)) for value, speck in zip(grey, noise, strict=True)
    )
    head = b"P5\n%d %d\n255\n" % (bitmap.width, bitmap.height)
    document.close()
    return head + grey, dpi, "\n".join(lines)


def words(text: str) -> collections.Counter[str]:
    """How often each word stands in a text, in lower case."""
    return collections.Counter(re.findall(r"[^\W\d_]+", text.lower()))


def main() -> None:
    """Print a line for each language."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--pages", type=int, default=20)
    options = parser.parse_args()
    program = ocr_program.find_program()
    with (options.data / "ocr_pairs.jsonl").open(encoding="utf-8") as lines:
        texts = [json.loads(line)["clean"] for line in lines]
    step = max(1, len(texts) // options.pages)
    pages = [draw(text, seed) for seed, text in enumerate(texts[::step][: options.pages])]
    print(f"tesseract {program.version}, {len(pages)} pages")
    for language in ("swe", "eng"):
        found = total = marked_found = marked = 0
        began = time.monotonic()
        for picture, dpi, text in pages:
            with mock.patch.object(ocr_program, "LANGUAGE", language):
                seen = ocr_program.run_program(program, picture, seconds=120, dpi=dpi)
            right = words(text) & words(seen)
            found, total = found + right.total(), total + words(text).total()
            marked_found += sum(n for word, n in right.items() if set(word) & set("åäö"))
            marked += sum(n for word, n in words(text).items() if set(word) & set("åäö"))
        seconds = (time.monotonic() - began) / len(pages)
        print(
            f"{language}: words {found / total:.3f}, words with åäö {marked_found / marked:.3f} "
            f"({total} words); {seconds:.2f} s a page"
        )


if __name__ == "__main__":
    main()
