"""A jurist in a real browser: asks, narrows, reads the verdict, the sentence in its place, the principle."""

import re
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from remissarkiv.bootstrap import Archive

pytestmark = pytest.mark.browser

Running = Callable[[Archive], AbstractContextManager[str]]
Watched = Callable[[Page], list[str]]

PAGES = (
    '/sok?q=kompetens:"inte förenligt%3F"',
    "/sok?q=rådgivning&bedomning=inte+förenligt&osakra=med",
    "/sok?q=vad sades om lokaliseringsprincipen före 2018%3F",
    "/dokument/bedomt",
    "/dokument/osakert?visa=0-20",
    "/dokument/nekat",
    "/princip",
    "/princip/statens-ansvar",
    "/princip/finns-inte",
    "/lagrum/2017:725%23K2P2",
)


def test_a_jurist_asks_narrows_and_reads_the_sentence_in_its_place(
    context: BrowserContext, concluding: Archive, running: Running, watched: Watched
) -> None:
    page = context.new_page()
    complaints = watched(page)
    with running(concluding) as home:
        page.goto(home)
        page.get_by_label("Sök ämne, Dnr eller lagrum").fill(
            "vilka har bedömt att juridisk rådgivning ligger utanför den kommunala kompetensen?"
        )
        page.keyboard.press("Enter")
        page.get_by_role("link", name=re.compile("Sök bedömning: inte förenligt")).click()
        expect(page.get_by_role("status")).to_have_text("1 träff")
        expect(page.locator(".badges").first).to_contain_text(
            "tidigare bedömning, Socialförvaltningen, förslag"
        )

        page.locator(".hit h2 a").click()
        margin = page.locator(".concluded")
        expect(margin).to_contain_text("juridisk rådgivning till enskilda")
        margin.locator(".in-place").first.click()
        framed = page.locator("#visad")
        expect(framed).to_be_in_viewport()
        expect(framed).to_contain_text("inte är förenlig med den kommunala kompetensen.")

        page.locator(".concluded").get_by_role("link", name="Annans ansvar: staten").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Annans ansvar: staten")
        expect(page.get_by_text("1 dokument bedömer något med den här principen")).to_be_visible()
        page.get_by_role("link", name="inte förenligt").first.click()
        expect(page.get_by_role("status")).to_have_text("1 träff")
    assert complaints == []


def test_the_unsure_come_with_one_click_and_are_marked(
    context: BrowserContext, concluding: Archive, running: Running
) -> None:
    page = context.new_page()
    with running(concluding) as home:
        page.goto(f"{home}/sok?q=rådgivning")
        page.get_by_role("link", name=re.compile(r"^Inte förenligt")).click()
        expect(page.get_by_role("status")).to_have_text("1 träff")
        page.get_by_role("link", name="Ta med osäkra (1 till)").click()
        expect(page.get_by_role("status")).to_have_text("2 träffar")
        expect(page.locator(".badges .doubt")).to_have_text(["osäker"])


@pytest.mark.parametrize(("width", "lines"), [(1280, 2), (390, 8)])
def test_the_line_of_a_hit_hides_nothing_and_takes_two_lines_at_most_on_a_wide_page(
    browser: Browser, concluding: Archive, running: Running, width: int, lines: int
) -> None:
    with running(concluding) as home:
        for scheme in ("light", "dark"):
            context = browser.new_context(
                viewport={"width": width, "height": 900}, color_scheme=scheme, locale="sv-SE"
            )
            page = context.new_page()
            page.goto(f"{home}/sok?q=rådgivning")
            expect(page.locator(".badges").first).to_be_visible()
            for height, within, clipped in page.locator(".badges").evaluate_all(
                """lines => lines.map(line => [
                    line.clientHeight,
                    [...line.children].every(one => one.getBoundingClientRect().bottom
                        <= line.getBoundingClientRect().bottom + 1),
                    [...line.children].some(one => one.scrollWidth > one.clientWidth + 1),
                ])"""
            ):
                assert height <= 26 * lines
                assert within
                assert not clipped
            context.close()


def test_the_pages_fit_a_phone_and_break_no_policy(
    concluding: Archive, running: Running, fit_a_phone: Callable[[str, Iterable[str]], None]
) -> None:
    with running(concluding) as home:
        fit_a_phone(home, PAGES)
