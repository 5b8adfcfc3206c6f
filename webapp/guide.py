"""The user guide: Markdown files, shipped as `webapp/guide` in an installed package, `docs` in a checkout.

Its pictures lie beside it in `pictures`. A drawing (svg) becomes part of the page, so that the style sheet
gives it the theme's colours; by itself it shows in those of paper. A photograph (png) is served as a file.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup, escape

_HERE = Path(__file__).resolve().parent
FOLDERS = (_HERE / "guide", _HERE.parent / "docs")
_FIRST = "guide"
_HEADING = re.compile(r"^# +(.+)$", re.MULTILINE)
_PICTURE = re.compile(r"pictures/([a-z0-9-]+\.(?:png|svg))")
_PICTURES = "pictures"
_CHAPTER_LINK = re.compile(r'href="([a-z0-9-]+)\.md(#[^"]*)?"')


@dataclass(frozen=True, slots=True)
class Chapter:
    """A page of the guide: its name in the address, its title and its body."""

    name: str
    title: str
    body: Markup


@cache
def chapters() -> tuple[Chapter, ...]:
    """The chapters of the guide: `guide.md` first, the others by file name; none when there is no guide.

    Raw HTML in the Markdown is shown as text, and only safe addresses become links.
    """
    folder = _folder()
    if folder is None:
        return ()
    files = sorted(folder.glob("*.md"), key=lambda file: (file.stem != _FIRST, file.name))
    texts = ((file.stem, file.read_text(encoding="utf-8")) for file in files)
    return tuple(read_chapter(name, text) for name, text in texts if text.strip())


def read_chapter(name: str, text: str) -> Chapter:
    """A chapter from its Markdown; the first heading is the title."""
    heading = _HEADING.search(text)
    markdown = MarkdownIt("js-default", {"html": False, "linkify": False})
    markdown.add_render_rule("image", _image)
    body = markdown.render(text)
    # Chapters refer to each other as files, so that the guide also reads well in the source tree.
    body = _CHAPTER_LINK.sub(r'href="/hjalp/\1\2"', body)
    return Chapter(name, heading[1].strip() if heading else name.capitalize(), Markup(body))  # noqa: S704 - rendered with html off


def picture_folder() -> Path | None:
    """Where the pictures of the guide lie; None when there is no guide."""
    folder = _folder()
    return folder / _PICTURES if folder else None


def _folder() -> Path | None:
    return next((folder for folder in FOLDERS if any(folder.glob("*.md"))), None)


def _image(_: Any, tokens: Sequence[Token], index: int, __: Any, ___: Any) -> str:
    """A picture of our own, found by its name; of any other only the words that stand for it."""
    token = tokens[index]
    words = escape(token.content)
    found = _PICTURE.fullmatch(str(token.attrs.get("src", "")))
    file = picture_folder()
    if found is None or file is None or not (file / found[1]).is_file():
        return str(words)
    if found[1].endswith(".svg"):
        drawing = (file / found[1]).read_text(encoding="utf-8")
        start = drawing.index("<svg")
        return f'<svg class="drawing" role="img" aria-label="{words}"{drawing[start + 4 :].strip()}'
    return f'<img class="photo" src="/hjalp/bilder/{found[1]}" alt="{words}">'
