"""Pages with a known text: which document is a page from, and which half is it in?"""

from pathlib import Path

import pytest

from training.pages import Page, document_root, halves, load_pages


@pytest.mark.parametrize(
    ("identifier", "root"),
    [
        ("sfs_2017-900_7", "sfs-2017:900"),
        ("sfs_2017-900_21", "sfs-2017:900"),
        ("sfs-2017:900", "sfs-2017:900"),
        ("ipq_ipq-202324--0115", "ipq-202324--0115"),
        ("ipq-202324--0115-ocr-eng", "ipq-202324--0115"),
        ("ipq-202324--0115", "ipq-202324--0115"),
        ("bet_HD01FIU42", "HD01FIU42"),
    ],
)
def test_page_and_document_are_known_by_one_name(identifier: str, root: str) -> None:
    assert document_root(identifier) == root


def test_all_pages_of_a_statute_are_in_one_half() -> None:
    pages = [Page(f"sfs_{year}-900_{n}", 150, "", "") for year in range(1970, 2020) for n in range(4)]
    tuning, held_out = halves(pages)
    assert {page.document for page in tuning}.isdisjoint(page.document for page in held_out)
    assert len(tuning) + len(held_out) == len(pages)
    assert min(len(tuning), len(held_out)) > 60


def test_the_half_of_a_page_does_not_hang_on_the_others(shared_data: Path) -> None:
    pages = load_pages(shared_data / "ocr_pairs.jsonl")
    tuning, held_out = halves(pages)
    assert (len(tuning), len(held_out)) == (110, 129)
    assert halves(pages[::7]) == (
        tuple(page for page in pages[::7] if page in tuning),
        tuple(page for page in pages[::7] if page in held_out),
    )
