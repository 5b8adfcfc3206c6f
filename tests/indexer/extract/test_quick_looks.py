"""A quick look passes over what cannot be there, and over nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.extract import columns, dates, extract, kind_words, own_act, restore_names
from indexer.extract.bodies import bodies_in, only_a_body
from indexer.extract.lead_ins import decision_lead_in
from indexer.extract.lines import folded, sign_of
from indexer.extract.restore_names import Restorer
from indexer.normalise import normalise
from indexer.normalise.characters import plain_signs
from indexer.readers import read
from remissarkiv.domain import Kind
from remissarkiv.language.skeleton import skeleton

DAMAGED = Restorer("", damaged=True)
CONTROLS = "\x00\x07\x0b\x0c\r\x1f\x7f\x84\x85\x86\x9f\u00a0\u00ad"
INVISIBLE = "\u200b\u200f\u2028\u2029\u202a\u202e\u2060\u2069\ufeff\ufff9\ufffb"
SPACES = "\u1680\u2000\u200a\u202f\u205f\u3000"
SIGNS = "\u2010\u2011\uf0b7\uf0a7\uf0d8\uf02d\ufb00\ufb06"


@pytest.mark.parametrize("text", ["socialndmnden svarar", "kommunfullmiktige", "bygg- och miljönämnd"])
def test_a_sign_of_words_is_found_however_they_were_misread(text: str) -> None:
    assert sign_of([skeleton("nämnden"), skeleton("nämnd"), skeleton("fullmäktige")]).search(text)


def test_a_text_without_the_letters_has_no_sign() -> None:
    assert not sign_of([skeleton("nämnden"), skeleton("fullmäktige")]).search("motion om odlingslotter")


@pytest.mark.parametrize(
    ("cell", "body"),
    [("Socialndmnden", "Socialnämnden"), ("TEKNISKA NAMNDEN", "Tekniska nämnden"), ("Ungdomsradet", None)],
)
def test_a_misread_body_is_still_seen(cell: str, body: str | None) -> None:
    assert skeleton(next(bodies_in(cell, DAMAGED)).lower()) == skeleton((body or cell).lower())
    assert only_a_body(f"Till {cell}", DAMAGED)


@pytest.mark.parametrize(
    "words", ["KOMMUNSTYRELSEN BESLUTAR", "Namnden besl6t", "Utskottet foresldr fullmaktige"]
)
def test_a_misread_decision_is_still_seen(words: str) -> None:
    assert decision_lead_in(words) is not None


@pytest.mark.parametrize("sign", [*CONTROLS, *INVISIBLE, *SPACES, *SIGNS])
def test_no_odd_sign_is_passed_over(sign: str) -> None:
    assert [edit.span for edit in plain_signs(f"ab{sign}c")] == [(2, 3)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Riksdagens ombudsmän meddelade i går sitt beslut om skolskjutsen.", Kind.MYNDIGHETSBESLUT),
        ("Justitieombudsmannen anför följande om handläggningen.", Kind.MYNDIGHETSBESLUT),
        ("Justitiekanslerns beslut den 3 maj om skadestånd till en elev.", Kind.MYNDIGHETSBESLUT),
        ("Ärendet hos Allmänna reklamationsnämnden gällde en resa.", Kind.MYNDIGHETSBESLUT),
        ("Som ARN kom fram till i ett beslut om en resa.", Kind.MYNDIGHETSBESLUT),
        ("I en anmälan till JO klagade en elev på rektorn.", Kind.MYNDIGHETSBESLUT),
        ("Änr 2013-1 Avgörande 2013-05-03; en resa som ställdes in", Kind.MYNDIGHETSBESLUT),
        ("Överklagat avgörande: se bilaga. Klagande är en elev.", Kind.DOM),
        ("Byggherren överklagade och Klagandena fick rätt i allt.", Kind.OVRIGT),
        ("Som Skolkostnadsutredningen har visat är måltiderna dyra.", Kind.UTREDNING),
        ("Nämnden har getts i uppdrag att se över måltiderna.", Kind.UPPDRAG),
    ],
)
def test_one_word_tells_the_kind(text: str, kind: Kind) -> None:
    about = "Måltiderna i skolan och vad de kostar\n\nHär står först något om maten i skolan, som är god.\n"
    assert extract(normalise(read(f"{about}{text}\n".encode(), "a.txt")), name="a.txt").kind is kind


LETTERHEADS = (
    "TJÄNSTESKRIVELSE 1 (3)", "Tjansteutlatande", "Sida 3 (3) Protokoll", "Dnr Yttrande",
    "2 av 7 Beslut", "e-förslag", "*Motion*", "JO-beslut", "nr 3 Remiss", "_Beslut_", "Beslut1",
    "ſida 1 Dom", "den 3 maj 2024", "till", "tel 040-34 10 00", "mötesdatum: 2024-01-02",
    "sammanträdesdatum", "tfn. 08-123 456", "inköp", "Inkom 2018-07-09", "ANK. 3", "INK TILL ", "dom",
    "fråga", "Enkel fråga", "ınkom ", "\u212a", " ", "\n", "1 § ", "2\n§", "3 kap. 4 a §",
    "#* #* #*12\nb\nkap.\n117\nc\n§\n", "dnr dom", "5 a\n§\n", "# 12 § Denna ", "§ 7", "\n\n8 §\n",
    "**9 §** Lagen ", "kap.", "Vägen ", "vägen, ", "år:en", "x:år", "Åsa-Lena",
)  # fmt: skip
PAIRS = [one + other for one in ("", *LETTERHEADS) for other in LETTERHEADS]
made = st.lists(st.sampled_from(LETTERHEADS) | st.text(max_size=3), max_size=6).map("".join)


def _kind_of_any_words(words: str) -> Kind | None:
    """What `kind_of_words` finds, looked for in any words."""
    if len(words) > 80:
        return None
    return kind_words._by_skeleton().get(folded(kind_words._BESIDE.sub(" ", words)))


def _heads_anywhere(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in own_act._HEAD.finditer(text)]


def _heads_by_their_sign(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in own_act._lines_with_head(text)]


def test_what_a_letterhead_says_is_read_alike() -> None:
    for words in PAIRS:
        assert kind_words.kind_of_words(words) == _kind_of_any_words(words)
        assert _heads_by_their_sign(words) == _heads_anywhere(words)
        assert dates._arrived(words) == (dates._ARRIVAL.search(words) is not None)
        assert not columns._PLAIN.fullmatch(words) or columns.is_head_words(words, DAMAGED)


@given(made)
def test_no_name_of_a_kind_is_passed_over(words: str) -> None:
    assert kind_words.kind_of_words(words) == _kind_of_any_words(words)


@given(made)
def test_no_head_of_a_section_is_passed_over(text: str) -> None:
    assert _heads_by_their_sign(text) == _heads_anywhere(text)


@given(made)
def test_no_words_in_small_letters_of_a_letterhead_are_passed_over(words: str) -> None:
    known = columns._PLAIN.fullmatch(words) or columns._KOMMUN.fullmatch(words)
    assert not known or columns.is_head_words(words, DAMAGED)


@given(made)
def test_no_day_of_arrival_is_passed_over(text: str) -> None:
    assert dates._arrived(text) == (dates._ARRIVAL.search(text) is not None)


@given(made)
def test_every_word_with_swedish_letters_is_evidence(text: str) -> None:
    spelt = Restorer(text, damaged=True)._spelt
    every = dict.fromkeys(restore_names._WORD.findall(text.lower()))
    assert [word for words in spelt.values() for word in words] == sorted(
        (word for word in every if set(word) & set("åäö")),
        key=lambda word: list(spelt).index(skeleton(word)),
    )
