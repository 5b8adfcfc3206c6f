"""The main job in a real browser: search, narrow, open, save, find again after a restart, export."""

import re
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from remissarkiv.bootstrap import Archive

pytestmark = pytest.mark.browser

Running = Callable[[Archive], AbstractContextManager[str]]
Watched = Callable[[Page], list[str]]

# The facet of the nämnd a document is from; the same name may stand under Instans, whose word it is.
BOARD = "a[href*='namnd=Kultur']"
PHONE = {"width": 360, "height": 740}
PAGES = (
    "/",
    "/sok?q=medborgarkontor&typ=remissvar&namnd=Kulturnämnden&ar=2009-2012",
    "/sok?q=*",
    "/sok?q=xyzzyplugh",
    "/dokument/utlatande?q=juridisk&traff=1",
    "/dokument/utlatande?lasning=original",
    "/dokument/hostile",
    "/sparade",
    "/status",
    "/hjalp",
    "/finns-inte",
    "/liknande",
    "/liknande?text=medborgarkontoret+ger+vägledning",
)


def hits(page: Page) -> list[str]:
    return [re.sub(r"\s+", " ", title).strip() for title in page.locator(".hit h2").all_inner_texts()]


def test_search_narrow_open_save_restart_and_export(
    context: BrowserContext,
    open_shelf: Callable[[], Archive],
    running: Running,
    watched: Watched,
    tmp_path: Path,
) -> None:
    page = context.new_page()
    complaints = watched(page)
    with running(open_shelf()) as home:
        page.goto(home)
        page.get_by_label("Sök ämne, Dnr eller lagrum").fill("medborgarkontor")
        page.keyboard.press("Enter")
        expect(page.get_by_role("status")).to_have_text("30 träffar")

        page.locator(BOARD).click()
        expect(page.get_by_role("status")).to_have_text("15 träffar")
        page.get_by_role("link", name="Datum").click()
        shown = hits(page)
        assert len(shown) == 15

        page.locator(".hit h2 a").nth(1).click()
        expect(page.get_by_role("heading", level=1)).to_have_text(shown[1])
        expect(page.locator("mark").first).to_be_visible()
        page.get_by_role("link", name="nästa").click()
        expect(page.get_by_role("heading", level=1)).to_have_text(shown[2])
        page.get_by_role("link", name="15 träffar").click()

        page.get_by_text("Spara", exact=True).click()
        page.get_by_label("Namn på sökningen").fill("Medborgarkontor i kulturen")
        page.get_by_role("button", name="Spara sökningen").click()
        expect(page.get_by_role("link", name="Medborgarkontor i kulturen")).to_be_visible()

    with running(open_shelf()) as home:
        page.goto(f"{home}/sparade")
        page.get_by_role("link", name="Medborgarkontor i kulturen").click()
        assert hits(page) == shown
        page.get_by_text("Exportera", exact=True).click()
        with page.expect_download() as download:
            page.get_by_role("link", name="Excel").click()
        target = tmp_path / download.value.suggested_filename
        download.value.save_as(target)
    rows = openpyxl.load_workbook(target)["Träffar"].iter_rows(min_row=2, values_only=True)
    assert [row[0] for row in rows] == shown
    assert complaints == []


def test_no_page_breaks_the_policy_or_scrolls_sideways_on_a_phone(
    archive: Archive, running: Running, fit_a_phone: Callable[[str, Iterable[str]], None]
) -> None:
    with running(archive) as home:
        fit_a_phone(home, PAGES)


def test_on_a_phone_hits_come_first_and_menus_and_filters_unfold(
    browser: Browser, archive: Archive, running: Running
) -> None:
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    with running(archive) as home:
        page.goto(f"{home}/sok?q=medborgarkontor")
        expect(page.locator(BOARD)).to_be_hidden()
        expect(page.locator(".hit").first).to_be_in_viewport()
        page.get_by_text("Exportera").click()
        expect(page.get_by_role("link", name="Excel")).to_be_in_viewport(ratio=1)
        page.get_by_text("Exportera").click()
        page.get_by_text("Filtrera").click()
        page.locator(BOARD).click()
        expect(page.get_by_text("Filtrera (1)")).to_be_visible()
    context.close()


def test_everything_works_without_script(browser: Browser, archive: Archive, running: Running) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    with running(archive) as home:
        page.goto(home)
        page.get_by_label("Sök ämne, Dnr eller lagrum").fill("medborgarkontor")
        page.get_by_role("button", name="Sök").click()
        page.get_by_role("link", name="2009: ").click()
        expect(page.get_by_role("status")).to_have_text("3 träffar")
        page.get_by_role("link", name="ta bort filtret").click()
        expect(page.get_by_role("status")).to_have_text("30 träffar")
    context.close()


def test_the_keyboards_place_is_always_seen(
    context: BrowserContext, archive: Archive, running: Running
) -> None:
    page = context.new_page()
    with running(archive) as home:
        page.goto(f"{home}/sok?q=medborgarkontor&typ=remissvar")
        page.keyboard.press("Tab")
        expect(page.get_by_text("Till innehållet")).to_be_in_viewport()
        for _ in range(25):
            page.keyboard.press("Tab")
            outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert outline != "none", page.evaluate("document.activeElement.outerHTML")


def test_nothing_in_a_document_runs(
    context: BrowserContext, archive: Archive, running: Running, watched: Watched
) -> None:
    page = context.new_page()
    complaints = watched(page)
    page.on("dialog", lambda dialog: complaints.append(f"dialog: {dialog.message}") or dialog.dismiss())
    with running(archive) as home:
        page.goto(f"{home}/dokument/hostile?q=rådgivning")
        expect(page.locator("main")).to_contain_text('<script>alert("ont")</script>')
        expect(page.locator("main img, main script")).to_have_count(0)
    assert complaints == []
