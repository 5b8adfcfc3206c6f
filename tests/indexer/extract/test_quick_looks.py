"""A quick look passes over what cannot be there, and over nothing else."""

import pytest

from indexer.extract import extract
from indexer.extract.bodies import bodies_in, only_a_body
from indexer.extract.lead_ins import decision_lead_in
from indexer.extract.lines import sign_of
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
