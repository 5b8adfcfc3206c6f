"""From the bytes of a file to its text."""

from indexer.readers.interface import Attachment, Heading, NeedsOcrError, Reader, Reading
from indexer.readers.kind import media_type
from indexer.readers.registry import READERS, reader_of

__all__ = ["READERS", "Attachment", "Heading", "NeedsOcrError", "Reader", "Reading", "read"]


def read(data: bytes, name: str) -> Reading:
    """The text of the file with these bytes, and what its format tells.

    Kind and encoding are found from the content; `name` only tells what a file of a few bytes claims to be.
    Raises `UnreadableFileError` with a reason for people when the file cannot be read, `NeedsOcrError` when
    it is a picture of text.
    """
    return reader_of(media_type(data, name)).read(data)
