"""Reads OpenDocument text (.odt, .ott, .fodt)."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from indexer.readers.blocks import BlockText
from indexer.readers.interface import Reading
from indexer.readers.kind import FODT, ODT
from indexer.readers.odt_body import add_content, part_lines
from indexer.readers.odt_names import own
from indexer.readers.odt_numbers import number_items
from indexer.readers.safe_xml import DamagedXmlError, parse_part
from remissarkiv.errors import UnreadableFileError
from remissarkiv.packed import open_archive, read_member

_WHAT = "OpenDocument-filen"


class OdtReader:
    """Text documents of LibreOffice and others (OpenDocument 1.3, part 3): body in its order, tables,
    lists, text boxes, footnotes, heads and feet."""

    media_types: tuple[str, ...] = (ODT, FODT)

    def read(self, data: bytes) -> Reading:
        """The text, headings by their outline level; the heads and feet of the pages as running lines."""
        try:
            content, styles, meta = _packed(data) if data.startswith(b"PK") else _flat(data)
        except DamagedXmlError as error:
            raise _damaged() from error
        text = content.find(f"{own('office:body')}/{own('office:text')}")
        if text is None:
            raise _damaged()
        heads, first_heads, feet = _heads_and_feet(styles)
        blocks = BlockText()
        # As in Word: the head of the first page is the letterhead, be it set apart or that of all pages.
        for line in heads if first_heads else ():
            blocks.add(line, running=True)
        blocks.add("\n".join(first_heads or heads))
        number_items(text, [root for root in (styles, content) if root is not None])
        add_content(text, blocks)
        for line in feet:
            blocks.add(line, running=True)
        reading = blocks.reading(ODT if data.startswith(b"PK") else FODT, _metadata(meta))
        if not any(c.isalnum() for c in reading.text):
            raise UnreadableFileError("the OpenDocument file has no text", "OpenDocument-filen saknar text")
        return reading


def _damaged() -> UnreadableFileError:
    return UnreadableFileError(
        "the OpenDocument file is damaged", "OpenDocument-filen är skadad och går inte att läsa"
    )


def _packed(data: bytes) -> tuple[Element, Element | None, Element | None]:
    """Content, styles and what is told of the document, from the parts of a package."""
    with open_archive(data) as archive:
        names = set(archive.namelist())
        if "META-INF/manifest.xml" in names:
            manifest = parse_part(read_member(archive, "META-INF/manifest.xml"), _WHAT)
            if manifest.find(f".//{own('manifest:encryption-data')}") is not None:
                raise UnreadableFileError("the OpenDocument file is encrypted", "filen är lösenordsskyddad")
        if "content.xml" not in names:
            raise _damaged()
        content = parse_part(read_member(archive, "content.xml"), _WHAT)
        styles, meta = (
            parse_part(read_member(archive, name), _WHAT) if name in names else None
            for name in ("styles.xml", "meta.xml")
        )
    return content, styles, meta


def _flat(data: bytes) -> tuple[Element, Element | None, Element | None]:
    root = parse_part(data, _WHAT)
    return root, root, root


def _heads_and_feet(styles: Element | None) -> tuple[list[str], list[str], list[str]]:
    """Running heads, letterheads (heads of a first page set apart) and running feet; each line once.

    A page style that hands over to another after its page is that of a first page: "First Page" of
    LibreOffice, followed by "Standard".
    """
    heads: dict[str, None] = {}
    first_heads: dict[str, None] = {}
    feet: dict[str, None] = {}
    pages: Iterable[Element] = [] if styles is None else styles.iter(own("style:master-page"))
    for page in pages:
        follower = page.get(own("style:next-style-name"))
        is_first = follower is not None and follower != page.get(own("style:name"))
        for child in page:
            lines = dict.fromkeys(part_lines(child))
            if child.tag == own("style:header-first") or (is_first and child.tag == own("style:header")):
                first_heads.update(lines)
            elif child.tag in {own("style:header"), own("style:header-left")}:
                heads.update(lines)
            elif child.tag in {own("style:footer"), own("style:footer-left"), own("style:footer-first")}:
                feet.update(lines)
    return list(heads), list(first_heads), list(feet)


def _metadata(meta: Element | None) -> dict[str, str]:
    """The date is that of the last change, as for Word: that of creation is often the template's."""
    if meta is None:
        return {}
    told = {
        key: next(
            (e.text.strip() for n in names if (e := meta.find(f".//{own(n)}")) is not None and e.text), ""
        )
        for key, names in {
            "title": ("dc:title",),
            "author": ("meta:initial-creator", "dc:creator"),
            "date": ("dc:date", "meta:creation-date"),
        }.items()
    }
    told["date"] = told["date"][:10]
    return told
