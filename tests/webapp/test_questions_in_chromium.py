"""Questions as officers ask them, typed in a browser on the sample archive: the exact query is offered, and
it finds what reading the documents gave.

`tests/cases/officer_questions.json` has them: the question, what is offered, documents (below `corpus/arkiv`)
that the offer must find and that it must not find, and what reading those told.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from remissarkiv import open_archive
from remissarkiv.bootstrap import Archive

pytestmark = pytest.mark.browser

PROJECT = Path(__file__).resolve().parents[2]
CASES: list[dict[str, Any]] = json.loads(
    (PROJECT / "tests" / "cases" / "officer_questions.json").read_text(encoding="utf-8")
)


@pytest.fixture
def page(
    corpus_data: Path, browser: Browser, running: Callable[[Archive], AbstractContextManager[str]]
) -> Iterator[Page]:
    """The beginning of a served sample archive."""
    with (
        open_archive(PROJECT / "config.toml", data=corpus_data, create=False) as archive,
        running(archive) as home,
    ):
        context = browser.new_context(locale="sv-SE")
        page = context.new_page()
        page.goto(home)
        yield page
        context.close()


def plain(text: str) -> str:
    return " ".join(text.split())


def found(page: Page) -> set[str]:
    return {plain(path) for path in page.locator(".hit .tail .path").all_inner_texts()}


def test_questions_are_answered_by_what_is_offered(page: Page) -> None:
    home = page.url
    for case in CASES:
        page.goto(home)
        page.get_by_label("Sök ämne, Dnr eller lagrum").fill(case["question"])
        page.keyboard.press("Enter")
        expect(page.get_by_role("status")).to_be_visible()
        links = {
            plain(link.inner_text()).removeprefix("Sök "): link for link in page.locator(".hints a").all()
        }
        assert case["offer"] in links, (case["question"], list(links))
        links[case["offer"]].click()
        expect(page.locator(".hits")).to_be_visible()
        paths = {path.removeprefix("corpus/arkiv/") for path in found(page)}
        assert set(case["finds"]) <= paths, case["question"]
        assert not set(case["not"]) & paths, case["question"]


def test_what_finds_nothing_is_told_and_no_link(page: Page) -> None:
    page.get_by_label("Sök ämne, Dnr eller lagrum").fill("vad sades om lokaliseringsprincipen före 2018?")
    page.keyboard.press("Enter")
    hint = page.locator(".hints.instead")
    expect(hint).to_contain_text("princip: anknytning till kommunen · år: till och med 2017 (0 träffar)")
    assert all("anknytning till kommunen · år" not in text for text in hint.locator("a").all_inner_texts())


def test_there_are_ten_and_each_tells_why_it_is_right() -> None:
    assert len({case["question"] for case in CASES}) >= 10
    assert all(case["note"] and case["finds"] and case["not"] for case in CASES)
