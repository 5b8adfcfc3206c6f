"""The user guide: Markdown files, shipped as `webapp/guide` in an installed package, `docs` in a checkout."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from markdown_it import MarkdownIt
from markupsafe import Markup

_HERE = Path(__file__).resolve().parent
FOLDERS = (_HERE / "guide", _HERE.parent / "docs")
_FIRST = "guide"
_HEADING = re.compile(r"^# +(.+)$", re.MULTILINE)
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
    folder = next((folder for folder in FOLDERS if any(folder.glob("*.md"))), None)
    if folder is None:
        return ()
    files = sorted(folder.glob("*.md"), key=lambda file: (file.stem != _FIRST, file.name))
    texts = ((file.stem, file.read_text(encoding="utf-8")) for file in files)
    return tuple(read_chapter(name, text) for name, text in texts if text.strip())


def read_chapter(name: str, text: str) -> Chapter:
    """A chapter from its Markdown; the first heading is the title."""
    heading = _HEADING.search(text)
    body = MarkdownIt("js-default", {"html": False, "linkify": False}).disable("image").render(text)
    # Chapters refer to each other as files, so that the guide also reads well in the source tree.
    body = _CHAPTER_LINK.sub(r'href="/hjalp/\1\2"', body)
    return Chapter(name, heading[1].strip() if heading else name.capitalize(), Markup(body))  # noqa: S704 - rendered with html off
