"""Fields and their values, in the ways people write them."""

from pathlib import Path

import pytest

from remissarkiv.dnr import HalfDnr
from remissarkiv.domain import Kind
from remissarkiv.query import parse
from remissarkiv.query.fields import FIELDS
from remissarkiv.query.tree import And, DnrQ, Field, HalfDnrQ, Kinds, LagQ, Not, Or, Phrase, Word, YearRange

GUIDE = Path(__file__).resolve().parents[3] / "docs" / "sokguide.md"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("år:2018", 2018, 2018),
        ("ar:2018", 2018, 2018),
        ("ÅR:2018", 2018, 2018),
        ("år:2015-2020", 2015, 2020),
        ("år:2015–2020", 2015, 2020),
        ("år:2015..2020", 2015, 2020),
        ("år:2015 - 2020", 2015, 2020),
        ('år:"2015 – 2020"', 2015, 2020),
        ("år:2015-20", 2015, 2020),
        ("år:-2017", None, 2017),
        ("år:..2017", None, 2017),
        ("år:2018-", 2018, None),
        ("år:2018–", 2018, None),
        ("år: 2018", 2018, 2018),
    ],
)
def test_years(text: str, first: int | None, last: int | None) -> None:
    parsed = parse(text)
    assert isinstance(parsed.tree, YearRange)
    assert (parsed.tree.first, parsed.tree.last) == (first, last)
    assert parsed.problems == ()


def test_years_the_wrong_way_round_are_turned_and_told() -> None:
    parsed = parse("år:2020-2015")
    assert isinstance(parsed.tree, YearRange)
    assert (parsed.tree.first, parsed.tree.last) == (2015, 2020)
    assert "2015–2020" in parsed.problems[0].message


@pytest.mark.parametrize("value", ["igår", "18", "20155", "0001", "2015-2020-2022", "-"])
def test_what_is_no_year_is_told(value: str) -> None:
    text = f"år:{value}"
    parsed = parse(text)
    assert not isinstance(parsed.tree, YearRange)
    assert any("inget årtal" in problem.message for problem in parsed.problems)
    assert text[slice(*parsed.problems[-1].span)] in (value, text)


@pytest.mark.parametrize(
    ("value", "kinds"),
    [
        ("motion", (Kind.MOTION,)),
        ("MOTIONER", (Kind.MOTION,)),
        ("motionerna", (Kind.MOTION,)),
        ("tjänsteutlåtande", (Kind.TJANSTEUTLATANDE,)),
        ("tjansteutlatanden", (Kind.TJANSTEUTLATANDE,)),
        ("tjänsteutlåtandet", (Kind.TJANSTEUTLATANDE,)),
        ("tjänsteskrivelse", (Kind.TJANSTEUTLATANDE,)),
        ("tjänsteskrivelser", (Kind.TJANSTEUTLATANDE,)),
        ("medborgarforslag", (Kind.MEDBORGARFORSLAG,)),
        ("medborgarf", (Kind.MEDBORGARFORSLAG,)),
        ("protokollen", (Kind.PROTOKOLL,)),
        ("remiss", (Kind.REMISS,)),
        ("remisser", (Kind.REMISS,)),
        ("remissvaren", (Kind.REMISSVAR,)),
        ("yttranden", (Kind.YTTRANDE,)),
        ("domar", (Kind.DOM,)),
        ("beslut", (Kind.BESLUT,)),
        ("övrigt", (Kind.OVRIGT,)),
    ],
)
def test_kinds_in_any_form(value: str, kinds: tuple[Kind, ...]) -> None:
    parsed = parse(f"typ:{value}")
    assert isinstance(parsed.tree, Kinds)
    assert parsed.tree.kinds == kinds


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_can_be_asked_for_by_its_own_name(kind: Kind) -> None:
    parsed = parse(f"typ:{kind.value}")
    assert isinstance(parsed.tree, Kinds)
    assert parsed.tree.kinds == (kind,)


def test_an_unknown_kind_is_searched_as_a_word_and_the_kinds_are_named() -> None:
    parsed = parse("typ:enkät")
    assert isinstance(parsed.tree, Word)
    assert "tjänsteutlåtande" in parsed.problems[0].message


def test_several_values_in_one_field() -> None:
    tree = parse("typ:(motion ELLER remissvar)").tree
    assert isinstance(tree, Or)
    assert [child.kinds for child in tree.children if isinstance(child, Kinds)] == [
        (Kind.MOTION,),
        (Kind.REMISSVAR,),
    ]


@pytest.mark.parametrize(
    ("text", "column", "value"),
    [
        ("nämnd:socialnämnden", "namnd", "socialnämnden"),
        ("namnd:socialnämnden", "namnd", "socialnämnden"),
        ('Nämnd:"Miljö- och byggnadsnämnden"', "namnd", "Miljö- och byggnadsnämnden"),
        ("parti:L", "parti", "L"),
        ("motionär:”Åsa Nilsson”", "motionar", "Åsa Nilsson"),
        ("motionar:Nilsson", "motionar", "Nilsson"),
        ("titel:kompetenscenter", "titel", "kompetenscenter"),
        ("kommun:Exempelstad", "kommun", "Exempelstad"),
    ],
)
def test_fields_that_are_compared_with_the_archive(text: str, column: str, value: str) -> None:
    parsed = parse(text)
    assert isinstance(parsed.tree, Field)
    assert (parsed.tree.name, parsed.tree.value) == (column, value)
    assert parsed.problems == ()


def test_a_field_can_be_excluded() -> None:
    tree = parse("skola INTE typ:motion").tree
    assert isinstance(tree, And)
    assert isinstance(tree.children[1], Not)
    assert isinstance(tree.children[1].child, Kinds)


@pytest.mark.parametrize("text", ["typ:", "skola typ:", "typ: OCH skola", 'nämnd:"" skola', "år: typ:motion"])
def test_an_empty_value_is_told_with_an_example(text: str) -> None:
    parsed = parse(text)
    assert any("Det står inget efter" in problem.message for problem in parsed.problems)


def test_an_unclosed_quotation_mark_after_a_field_is_told_once_and_the_value_kept() -> None:
    parsed = parse('nämnd:"social')
    assert isinstance(parsed.tree, Field)
    assert parsed.tree.value == "social"
    assert len(parsed.problems) == 1


@pytest.mark.parametrize(
    "text",
    [
        'dnr:"KS 2025/448"',
        "dnr:KS 2025/448",
        "DNR: KS 2025/448",
        "dnr:ks2025-448",
        'diarienummer:"Dnr KS 2025/000448"',
    ],
)
def test_dnr_in_its_field(text: str) -> None:
    parsed = parse(text)
    assert isinstance(parsed.tree, DnrQ)
    assert parsed.tree.dnr.value == "KS 2025/448"
    assert parsed.tree.field
    assert parsed.problems == ()


@pytest.mark.parametrize(
    ("text", "half"),
    [
        ("dnr:448", HalfDnr(number=448)),
        ("dnr:0388", HalfDnr(number=388)),
        ("dnr:KS", HalfDnr("KS")),
        ('dnr:"KS 2025"', HalfDnr("KS", 2025)),
        ("dnr:KS 2025", HalfDnr("KS", 2025)),
        ("dnr:2025", HalfDnr(year=2025)),
        ("dnr:KS 2025/44*", HalfDnr("KS", 2025, 44, begins=True)),
        ('dnr:"KS 2025/44*"', HalfDnr("KS", 2025, 44, begins=True)),
        ("dnr:2025/44*", HalfDnr(year=2025, number=44, begins=True)),
    ],
)
def test_less_than_half_a_dnr(text: str, half: HalfDnr) -> None:
    parsed = parse(text)
    assert isinstance(parsed.tree, HalfDnrQ)
    assert (parsed.tree.half, parsed.tree.field, parsed.problems) == (half, True, ())
    followed = parse(f"{text} skola").tree
    assert isinstance(followed, And)
    assert isinstance(followed.children[1], Word)


def test_several_dnr_in_one_field_are_either_of_them() -> None:
    parsed = parse('dnr:"KS 2025/448, SOF 2025/424"')
    assert isinstance(parsed.tree, Or)
    values = [child.dnr.value for child in parsed.tree.children if isinstance(child, DnrQ)]
    assert values == ["KS 2025/448", "SOF 2025/424"]
    assert parsed.problems == ()


def test_words_around_a_dnr_in_its_field_are_told_of() -> None:
    parsed = parse('dnr:"svar på KS 2025/448"')
    assert isinstance(parsed.tree, DnrQ)
    assert "bara diarienumret KS 2025/448" in parsed.problems[0].message


@pytest.mark.parametrize("text", ["dnr:2025/448", "dnr:448/2025", "dnr:2025-448"])
def test_half_a_dnr(text: str) -> None:
    tree = parse(text).tree
    assert isinstance(tree, DnrQ)
    assert tree.dnr.value == "2025/448"


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ('lag:"2 kap. 2 § kommunallagen"', {"2017:725#K2P2"}),
        ("lag:2 kap. 2 § kommunallagen", {"2017:725#K2P2"}),
        ('lagrum:"2 kap. 1-3 §§ kommunallagen"', {"2017:725#K2P1", "2017:725#K2P2", "2017:725#K2P3"}),
        ('lag:"2 kap. 1 och 2 §§ kommunallagen"', {"2017:725#K2P1", "2017:725#K2P2"}),
        ('lag:"2 kap. 1 § kommunallagen (1991:900)"', {"1991:900#K2P1"}),
        ('lag:"1991:900 2 kap. 1 §"', {"1991:900#K2P1"}),
        ('lag:"2 kap. 1 § 1991:900"', {"1991:900#K2P1"}),
        ('lag:"2 kap. kommunallagen"', {"2017:725#K2"}),
        ("lag:kommunallagen", {"2017:725"}),
        ("lag:KL", {"2017:725"}),
        ("lag:2017:725", {"2017:725"}),
        ("lag:SFS 2017:725", {"2017:725"}),
        ("lag:2017:725#K2P1", {"2017:725#K2P1"}),
        ('lag:"prop. 2016/17:171"', {"prop/2016/17:171"}),
        ("lag:kl", {"2017:725"}),
        ("lag:sol", {"2025:400"}),
        ("lag:sol 4:1", {"2025:400#K4P1"}),
        ("lag:2:1 KL", {"2017:725#K2P1"}),
        ("lag:2:1, 2:2 KL", {"2017:725#K2P1", "2017:725#K2P2"}),
        ('lag:"KL 2:1 och 2:2"', {"2017:725#K2P1", "2017:725#K2P2"}),
        ("lag:2 kap. 1-3 §§ KL", {"2017:725#K2P1", "2017:725#K2P2", "2017:725#K2P3"}),
        ('lag:"2 kap. 1 § andra stycket KL"', {"2017:725#K2P1S2"}),
        ("lag:GDPR", {"ext/celex/32016R0679"}),
        ("lag:direktiv 2014/24/EU", {"ext/celex/32014L0024"}),
        ("lag:SOU 2015:24", {"sou/2015:24"}),
        ("lag:RÅ 1993 ref. 32", {"dom/ra/1993:32"}),
    ],
)
def test_lagrum_in_its_field(text: str, keys: set[str]) -> None:
    parsed = parse(text)
    assert isinstance(parsed.tree, LagQ)
    assert set(parsed.tree.keys) == keys
    assert parsed.tree.field
    assert parsed.problems == ()


@pytest.mark.parametrize("text", ["lag:2:1", "lag:8 §", "lag:2 kap. 1 §", 'lag:"2 kap. 1 §"', 'lag:"kap 2"'])
def test_a_provision_without_its_act_is_asked_about(text: str) -> None:
    (problem,) = parse(text).problems
    assert problem.message.startswith("Vilken lag menas")


def test_a_slip_in_the_name_of_an_act_is_understood_in_its_field() -> None:
    for text, rest in (("lag:komunallagen", 0), ("lag:2 kap. 1 § komunallagen barn", 1)):
        parsed = parse(text)
        found = parsed.tree.children if isinstance(parsed.tree, And) else (parsed.tree,)
        assert isinstance(found[0], LagQ)
        assert found[0].keys[0].startswith("2017:725")
        assert len(found) == 1 + rest
        assert "läses som kommunallagen" in parsed.problems[0].message


@pytest.mark.parametrize(("text", "said"), [("dnr:hej", "diarienummer"), ("lag:hej", "lagrum")])
def test_an_unreadable_dnr_or_lagrum_is_searched_as_words_and_told(text: str, said: str) -> None:
    parsed = parse(text)
    assert isinstance(parsed.tree, Word)
    (problem,) = parsed.problems
    assert said in problem.message


@pytest.mark.parametrize("spec", FIELDS, ids=lambda spec: spec.name)
def test_every_field_and_spelling_is_in_the_guide(spec: object) -> None:
    guide = GUIDE.read_text(encoding="utf-8")
    known = next(field for field in FIELDS if field is spec)
    for spelling in (known.name, *known.spellings):
        assert f"`{spelling}:" in guide, f"docs/sokguide.md does not explain {spelling}:"


@pytest.mark.parametrize("spec", FIELDS, ids=lambda spec: spec.name)
def test_every_example_is_understood(spec: object) -> None:
    known = next(field for field in FIELDS if field is spec)
    assert parse(known.example).problems == ()


@pytest.mark.parametrize("text", ["exakt:nämnden", 'exakt:"nämnden"', "EXAKT: nämnden", '"nämnden"'])
def test_one_word_exactly_as_it_stands(text: str) -> None:
    parsed = parse(text)
    assert isinstance(parsed.tree, Phrase)
    assert parsed.tree.text == "nämnden"
    assert parsed.problems == ()


def test_exakt_without_a_word_asks_for_nothing_and_with_several_for_each() -> None:
    assert parse("exakt:- skola").tree == parse("exakt:§ skola").tree
    assert parse("exakt:").problems[0].message.endswith("Skriv till exempel exakt:nämnden.")
    several = parse("exakt:(nämnden ELLER nämnder)").tree
    assert isinstance(several, Or)
    assert all(isinstance(child, Phrase) for child in several.children)
