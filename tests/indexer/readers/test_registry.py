"""The table of readers: it says of each what the reader itself says."""

import pytest

from indexer.readers import READERS
from indexer.readers.registry import reader_of


@pytest.mark.parametrize(("place", "media_types"), READERS.items())
def test_the_table_agrees_with_the_readers(place: str, media_types: tuple[str, ...]) -> None:
    for media_type in media_types:
        reader = reader_of(media_type)
        assert f"{type(reader).__module__}.{type(reader).__name__}" == f"indexer.readers.{place}"
        assert reader.media_types == media_types
        assert reader_of(media_type) is reader


def test_every_kind_of_file_has_one_reader() -> None:
    kinds = [media_type for media_types in READERS.values() for media_type in media_types]
    assert len(kinds) == len(set(kinds))
