"""A question is looked for by what it is about; what it asks of assessments and decisions is understood."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from remissarkiv.domain import Span
from remissarkiv.query import parse
from remissarkiv.query.tree import And, Tree, Word


def required(tree: Tree) -> list[str]:
    leaves = tree.children if isinstance(tree, And) else (tree,)
    return [leaf.text.strip("?") for leaf in leaves if isinstance(leaf, Word)]


@pytest.mark.parametrize(
    ("text", "words", "fields"),
    [
        (
            "vilka nämnder har bedömt att juridisk rådgivning till enskilda ligger utanför den kommunala "
            "kompetensen?",
            ["juridisk", "rådgivning", "enskilda"],
            ('kompetens:"inte förenligt"',),
        ),
        ("vad sades om lokaliseringsprincipen före 2018?", ["lokaliseringsprincipen"], ("år:-2017",)),
        ("Får kommunen driva ett hotell?", ["driva", "hotell"], ("kompetens:*",)),
        (
            "har någon nämnd sagt att det är förenligt med kommunal kompetens att sälja el?",
            ["sälja", "el"],
            ("kompetens:förenligt",),
        ),
        (
            "vilka har ansett att bidrag till flygplatser inte ryms inom den kommunala kompetensen",
            ["bidrag", "flygplatser"],
            ('kompetens:"inte förenligt"',),
        ),
        (
            "vilka namnder avstyrkte motionen om fritidsbank",
            ["fritidsbank"],
            ("ställningstagande:avstyrker",),
        ),
        ("vilka motioner om skolskjuts avslogs 2010?", ["skolskjuts"], ("beslut:avslag", "år:2010")),
        ("vad sades om vindkraft mellan 2009 och 2012?", ["vindkraft"], ("år:2009–2012",)),
        (
            "vilka remissinstanser avstod från att svara på remissen om vindkraft?",
            ["vindkraft"],
            ("ställningstagande:avstår",),
        ),
        (
            "vem motionerade om juridisk rådgivning till äldre",
            ["juridisk", "rådgivning", "äldre"],
            ("typ:motion",),
        ),
        (
            "finns det tidigare bedömningar av gratis färdtjänst?",
            ["gratis", "färdtjänst"],
            ("kompetens:*",),
        ),
        (
            "vad sa socialnämnden om kompetenscenter efter 2020",
            ["socialnämnden", "kompetenscenter"],
            ("år:2021-",),
        ),
        ("vad sades om bad sedan 2015?", ["bad"], ("år:2015-",)),
        ("vad sades om bad under 2010-talet?", ["bad"], ("år:2010–2019",)),
        ("vad sades om bad på 90-talet?", ["bad"], ("år:1990–1999",)),
        ("vad sades om bad i början av 2000-talet?", ["bad"], ("år:2000–2009",)),
        ("vad sades om bad 2018–2020?", ["bad"], ("år:2018–2020",)),
        ("vad sades om bad från 2018 till 2020?", ["bad"], ("år:2018–2020",)),
        ("när var kompetensfrågan oavgjord?", ["kompetensfrågan", "oavgjord"], ("kompetens:oavgjort",)),
        ("vilka motioner avslogs?", ["avslogs"], ("beslut:avslag",)),
        (
            "hur svarade socialnämnden på motionen om insamling av pengar",
            ["socialnämnden", "insamling", "pengar"],
            (),
        ),
        ("vilka nämnder avstyrkte bänkar i centrum", ["bänkar", "centrum"], ("ställningstagande:avstyrker",)),
        (
            "har någon nämnd sagt att kommunen får driva vårdcentral?",
            ["driva", "vårdcentral"],
            ("kompetens:*",),
        ),
        (
            "har fullmäktige bifallit någon motion mot kommunstyrelsens förslag?",
            ["fullmäktige", "bifallit"],
            ("beslut:bifall",),
        ),
    ],
)
def test_a_question(text: str, words: list[str], fields: tuple[str, ...]) -> None:
    parsed = parse(text)
    assert required(parsed.tree) == words
    assert parsed.question is not None
    assert parsed.question.fields == fields
    assert parsed.problems == ()


@pytest.mark.parametrize(
    "text",
    [
        "skola buss avgift",
        "juridisk rådgivning enskilda",
        "utanför den kommunala kompetensen",
        "alla barn ska kunna simma",
        '"vilka nämnder" har svarat',
        "vilka nämnder OCH förvaltningar",
        "vilka typ:motion om skolor",
        "vad är det",
        "vilka nämnder har bedömt",
    ],
)
def test_words_are_required_when_nobody_asks(text: str) -> None:
    assert parse(text).question is None


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("hur svarade socialnämnden på motionen om bad", "socialnämnden"),
        ("vad har miljö- och byggnadsnämnden sagt om bad", "miljö- och byggnadsnämnden"),
        ("vad sade miljö- och byggnadsnämnden om bad", "miljö- och byggnadsnämnden"),
        ("har fullmäktige bifallit motioner om bad?", "kommunfullmäktige"),
        ("vad sades om socialnämnden?", None),
        ("vad tyckte nämnden om bad?", None),
    ],
)
def test_whose_answer_is_asked_for(text: str, body: str | None) -> None:
    asked = parse(text).question
    assert asked is not None
    assert (asked.body[0] if asked.body else None) == body


@pytest.mark.parametrize(
    ("text", "words", "fields"),
    [
        (
            "vad har Ing-Marie Källåsen motionerat om?",
            ["Ing-Marie", "Källåsen"],
            'motionär:"Ing-Marie Källåsen"',
        ),
        ("vad motionerade Eva Ek om", ["Eva", "Ek"], 'motionär:"Eva Ek"'),
        ("finns det motioner av eva ek om hotell?", ["eva", "ek", "hotell"], 'motionär:"eva ek"'),
        ("vilka motioner har Källåsen skrivit om äldre?", ["Källåsen", "äldre"], "motionär:Källåsen"),
        ("vilka motioner har Kristdemokraterna lämnat in om äldre?", ["äldre"], "parti:Kristdemokraterna"),
        ("vad har KD motionerat om?", ["KD"], "parti:KD"),
        ("finns det motioner från vansterpartiet om skolor?", ["skolor"], "parti:vansterpartiet"),
        ("vilka är moderaternas motioner om skolor?", ["skolor"], "parti:moderaterna"),
    ],
)
def test_whose_motions_are_asked_for(text: str, words: list[str], fields: str) -> None:
    parsed = parse(text)
    assert parsed.question is not None
    assert required(parsed.tree) == words
    assert parsed.question.fields == ("typ:motion", fields)


@pytest.mark.parametrize(
    "text",
    [
        "vad har socialnämnden skrivit om motionen om hotell?",
        "har någon motionerat om gratis färdtjänst?",
        "vem motionerade om juridisk rådgivning",
        "vad har Eva Ek skrivit om hotell?",
        "vilka motioner om skolor har bifallits?",
    ],
)
def test_nobodys_motions_are_asked_for(text: str) -> None:
    parsed = parse(text)
    assert not any("motionär" in field for field in parsed.question.fields) if parsed.question else True


def test_what_became_of_motions_stands_in_minutes_and_not_in_the_motions() -> None:
    asked = parse("vilka motioner från moderaterna har bifallits om skolor?").question
    assert asked is not None
    assert asked.fields == ("beslut:bifall", "parti:moderaterna")


@pytest.mark.parametrize(
    "text",
    [
        "i vilka ärenden gick fullmäktige emot kommunstyrelsens förslag?",
        "när har fullmäktige beslutat mot kommunstyrelsen?",
        "vilka motioner har kommunfullmäktige gått emot kommunstyrelsens förslag om?",
        "har fullmaktige gatt emot kommunstyrelsen om skolor?",
    ],
)
def test_that_fullmaktige_went_against_kommunstyrelsen_is_understood(text: str) -> None:
    asked = parse(text).question
    assert asked is not None
    assert asked.against_board
    assert asked.body is None


def test_the_words_of_asking_are_not_required_beside_a_lagrum() -> None:
    parsed = parse("vad säger arkivet om 2 kap. 8 § kommunallagen")
    assert required(parsed.tree) == []
    assert parsed.tree == replace(parse("2 kap. 8 § kommunallagen").tree, span=Span(21, 45))


def test_a_principle_is_known_by_its_name_and_not_by_ordinary_words() -> None:
    asked = parse("vad har sagts om allmänt intresse i svaren?").question
    assert asked is not None
    assert asked.principle is not None
    assert asked.principle[0] == "allmänt intresse"
    long = parse("vad har sagts om stöd till näringslivet i svaren?").question
    assert long is not None
    assert long.principle is not None
    assert long.principle[0] == "stöd till näringslivet"
    ordinary = parse("vad kostar en avgift till staten?").question
    assert ordinary is not None
    assert ordinary.principle is None


@pytest.mark.parametrize(
    "piece",
    [
        *("vilka nämnder har bedömt att ", "före 2018 ", "inte förenligt med ", "? "),
        *("motioner av eva ", "har eva ek motion ", "fullmäktige gick emot "),
    ],
)
def test_time_is_in_proportion_to_the_length(growth: Callable[..., float], piece: str) -> None:
    assert growth(parse, piece, small=500) < 8
