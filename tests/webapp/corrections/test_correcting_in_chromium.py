"""A whole correction in a real browser: sign in, correct, see it, search for it, take it back."""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager

import pytest
from playwright.sync_api import BrowserContext, expect
from playwright.sync_api import Page as BrowserPage

from remissarkiv.accounts import Role
from remissarkiv.bootstrap import Archive

pytestmark = pytest.mark.browser

Running = Callable[[Archive], AbstractContextManager[str]]
Watched = Callable[[BrowserPage], list[str]]

PASSWORD = "tio tecken eller fler"


def test_an_assessment_and_a_word_are_corrected_found_and_taken_back(
    context: BrowserContext, concluding: Archive, running: Running, watched: Watched
) -> None:
    concluding.accounts.add("Eva Ek", PASSWORD, Role.RATTARE)
    page = context.new_page()
    complaints = watched(page)
    with running(concluding) as home:
        page.goto(f"{home}/dokument/utlatande")
        expect(page.get_by_role("link", name="Rätta uppgifter om dokumentet")).to_have_count(0)
        page.get_by_role("link", name="Logga in").click()
        page.get_by_label("Namn").fill("eva ek")
        page.get_by_label("Lösenord").fill(PASSWORD)
        page.get_by_role("button", name="Logga in").click()
        expect(page).to_have_url(f"{home}/dokument/utlatande")
        page.get_by_role("link", name="Rätta uppgifter om dokumentet").click()
        page.get_by_role("link", name="Rätta bedömning").click()
        page.get_by_label("Bedömningen är att det är").select_option("delvis förenligt")
        page.get_by_label("Skäl").fill("Punkt två bedöms för sig.")
        page.get_by_role("button", name="Spara rättelsen").click()
        expect(page.get_by_role("status")).to_have_text("Rättelsen är sparad.")
        page.get_by_text("Rättat för hand (1)").click()
        expect(page.get_by_text("inte förenligt (Socialförvaltningen, förslag)").last).to_be_visible()
        expect(page.get_by_text("Punkt två bedöms för sig.").last).to_be_visible()

        page.get_by_role("link", name="Rätta bedömning").click()
        page.get_by_label("Bedömningen är att det är").select_option("ingen bedömning")
        page.get_by_label("Skäl").fill("Meningen återger lagen.")
        page.get_by_role("button", name="Spara rättelsen").click()
        expect(page.get_by_role("status")).to_have_text("Rättelsen är sparad.")
        expect(page.locator(".concluded").get_by_text("delvis förenligt", exact=True)).to_have_count(0)

        page.get_by_role("link", name="Rätta uppgifter om dokumentet").click()
        page.get_by_label("Ordet som det står i texten").fill("Socialndmnden")
        page.get_by_role("button", name="Visa var det står").click()
        page.get_by_label("Ska vara").fill("Pingvinnämnden")
        page.get_by_label("Skäl").fill("Så heter den.")
        page.get_by_role("button", name="Spara rättelsen").click()
        expect(page.locator(".text")).to_contain_text("Pingvinnämnden godkanner")
        page.goto(f"{home}/sok?q=pingvinnämnden")
        expect(page.get_by_role("status")).to_have_text("1 träff")

        page.goto(f"{home}/rattelser")
        expect(page.locator(".total")).to_have_text("3 rättelser")
        page.get_by_text("Ta tillbaka", exact=True).first.click()
        page.get_by_label("Skäl").first.fill("Den heter något annat.")
        page.get_by_role("button", name="Ta tillbaka rättelsen").first.click()
        expect(page.locator(".text")).to_contain_text("Socialndmnden godkanner")
        page.get_by_role("button", name="Logga ut").click()
        expect(page.get_by_role("link", name="Logga in")).to_be_visible()
    assert complaints == []


def test_the_pages_fit_a_phone(
    concluding: Archive, running: Running, fit_a_phone: Callable[[str, Iterable[str]], None]
) -> None:
    with running(concluding) as home:
        fit_a_phone(home, ["/logga-in?till=/dokument/utlatande", "/rattelser"])
