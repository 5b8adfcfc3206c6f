"""Which documents teach the archive's lexicon."""

import dataclasses
from collections.abc import Callable

import pytest

from remissarkiv.catalog import Catalog
from remissarkiv.domain import Document, Kind, SourceFile, Span, StoredDocument

Put = Callable[..., None]


@pytest.fixture
def put(catalog: Catalog) -> Put:
    """Put a file into the catalog: its text, those of its parts, each with the fields that matter."""

    def into(id: str, *texts: str, shelf: str = "k", group: str = "", **fields: object) -> None:
        source = SourceFile(shelf, f"{id}.txt", 1, id * 64, 1, "text/plain", group=group)
        stored = [
            StoredDocument(
                f"{id}{number}" if number else id,
                dataclasses.replace(source, part=f"§ {number}" if number else ""),
                Document("t", Kind.PROTOKOLL, text, text),
                whole=id if number else "",
                ordinal=number,
            )
            for number, text in enumerate(texts)
        ]
        last = stored[-1]
        stored[-1] = dataclasses.replace(last, document=dataclasses.replace(last.document, **fields))
        with catalog.write() as writer:
            writer.put(stored[0], stored[1:])

    return into


def test_whole_undamaged_files_of_the_shelves_asked_for_teach_in_the_order_of_ids(
    catalog: Catalog, put: Put
) -> None:
    put("c", "Tredje.")
    put("a", "Inledning. § 1 Ett. § 2 Två.", "§ 1 Ett.", "§ 2 Två.")
    put("b", "Brev.", "Bilaga.")
    put("d", "Forslag.", damaged=(Span(0, 8),))
    put("e", "Rent.", "Forslag.", damaged=(Span(0, 8),))
    put("f", "Läst av ett program.", scanned=True)
    put("g", "Hemligt.", group="jurister")
    put("h", "Annan samling.", shelf="sluten")
    teachers = catalog.teachers({"k"})
    assert teachers == [(id, id * 64) for id in "abc"]
    ids = [id for id, _ in teachers]
    assert list(catalog.teaching_texts(ids)) == [
        "Inledning. § 1 Ett. § 2 Två.",
        "Brev.\nBilaga.",
        "Tredje.",
    ]


def test_a_file_is_known_by_the_version_that_repaired_it_and_none_when_nothing_had_to_be(
    catalog: Catalog, put: Put
) -> None:
    put("a", "Rent.")
    put("b", "Forslag.", damaged=(Span(0, 8),), lexicon=3)
    put("c", "Rent.", "Forslag.", damaged=(Span(0, 8),), lexicon=2)
    assert {path: state.lexicon for path, state in catalog.files("k").items()} == {
        "a.txt": None,
        "b.txt": 3,
        "c.txt": 2,
    }
    assert catalog.lexicon_versions() == {2: 1, 3: 1}
    assert catalog.load(["b"])["b"].document.lexicon == 3
