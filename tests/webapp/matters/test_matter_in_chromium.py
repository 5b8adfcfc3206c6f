"""An ärende in a real browser: from a document to its ärende, an answer, its sentence; and on a phone."""

import re
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from remissarkiv.bootstrap import Archive

pytestmark = pytest.mark.browser

PAGE = "/arende/exempelstad-kommun/KS-2004-118"


def test_from_a_document_to_what_the_boards_answered_and_where_they_say_it(
    arende: Archive,
    context: BrowserContext,
    running: Callable[[Archive], AbstractContextManager[str]],
    watched: Callable[[Page], list[str]],
) -> None:
    page = context.new_page()
    complaints = watched(page)
    with running(arende) as home:
        page.goto(f"{home}/dokument/m")
        page.locator("dt", has_text=re.compile("^Ärende$")).locator("+ dd a").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Motion om ordningsvakter i <b>centrum</b>")
        matrix = page.get_by_role("table")
        expect(matrix.get_by_role("row")).to_have_count(4)
        board = matrix.get_by_role("row").filter(has=page.get_by_role("rowheader", name="Tekniska nämnden"))
        expect(board).to_contain_text("beslutat av nämnden")
        expect(board).to_contain_text("följdes inte")
        board.get_by_role("link", name="tillstyrker: belysning").click()
        assert page.url.endswith("#visad")
        expect(page.get_by_role("heading", level=1)).to_contain_text("Yttrande över")
    assert complaints == []


def test_the_page_fits_a_phone(
    arende: Archive,
    running: Callable[[Archive], AbstractContextManager[str]],
    fit_a_phone: Callable[[str, Iterable[str]], None],
) -> None:
    with running(arende) as home:
        fit_a_phone(home, [PAGE, "/dokument/sn", "/arende/exempelstad-kommun/VON-2021-119"])


def test_the_page_says_the_same_without_colour_in_the_dark_and_on_paper(
    arende: Archive,
    context: BrowserContext,
    running: Callable[[Archive], AbstractContextManager[str]],
) -> None:
    page = context.new_page()
    with running(arende) as home:
        page.goto(home + PAGE)
        light = page.locator(".matrix").inner_text()
        page.emulate_media(color_scheme="dark", forced_colors="active")
        assert page.locator(".matrix").inner_text() == light
        page.emulate_media(media="print")
        expect(page.locator(".matrix")).to_contain_text("avstyrker")
