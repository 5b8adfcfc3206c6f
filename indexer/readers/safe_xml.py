"""The xml parts of office documents, parsed by a parser that expands nothing."""

from xml.etree.ElementTree import Element

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from remissarkiv.errors import UnreadableFileError

MAX_DEPTH = 200
"""Elements within elements; the documents of Word and LibreOffice stay under 60."""


class DamagedXmlError(ValueError):
    """A part that is no well-formed xml, or nests too deep to be a document's."""


def parse_part(part: bytes, what: str) -> Element:
    """The root element of a part of `what` ("Word-filen").

    Raises `UnreadableFileError` when it declares entities, `DamagedXmlError` when it is broken.
    """
    try:
        root: Element = fromstring(part, forbid_entities=True, forbid_external=True)
    except DefusedXmlException as error:
        raise UnreadableFileError(
            "the document declares entities, which can expand without end",
            f"{what} innehåller entitetsdeklarationer och har av säkerhetsskäl inte lästs",
        ) from error
    except (SyntaxError, ValueError, LookupError, RecursionError) as error:
        raise DamagedXmlError(str(error)) from error
    level = [root]
    for _ in range(MAX_DEPTH):
        level = [child for element in level for child in element]
        if not level:
            return root
    raise DamagedXmlError("elements lie too deep")
