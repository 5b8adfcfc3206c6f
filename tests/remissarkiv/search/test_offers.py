"""What lies beside a query is offered, counted within the caller's access, and never mixed in."""

from collections.abc import Callable
from typing import Any

import pytest

from remissarkiv.domain import HitList, StoredDocument
from remissarkiv.query import parse, tree
from remissarkiv.search.offers import MOST_ASKED, MOST_OFFERS, offers

Build = Callable[..., StoredDocument]


@pytest.fixture
def filled(shelf: Any, build: Build) -> Any:
    shelf.put(
        build(
            "ny", "Enligt 2 kap. 1 § kommunallagen (2017:725) får kommunen ge rådgivning. Dnr KS 2025/448."
        ),
        build("gammal", "Enligt 2 kap. 1 § kommunallagen (1991:900) får kommunen det. Dnr SN 2025/448."),
        build("stycke", "Av 2 kap. 5 § andra stycket kommunallagen (2017:725) följer det. Dnr KS 2025/4480."),
        build("paragraf", "Av 2 kap. 5 § kommunallagen (2017:725) följer det. Diarienummer 2025/448."),
        build("sol", "Bistånd enligt 4 kap. 1 § socialtjänstlagen (2001:453). Dnr SN 2013-0388."),
        build("prop", "Se prop. 2016/17:171 s. 299."),
        build("dold", "Se 2 kap. 1 § kommunallagen (1991:900) och Dnr BUN 2025/448.", collection="sluten"),
    )
    return shelf


def offered(answer: HitList) -> list[tuple[str, int]]:
    return [(offer.label, offer.more) for offer in answer.offers]


def ids(answer: HitList) -> set[str]:
    return {hit.id for hit in answer.hits}


@pytest.mark.parametrize(
    "query",
    [
        "2 kap. 1 § kommunallagen",
        "2:1 KL",
        "lag:2:1 KL",
        'lag:"2 kap. 1 § kommunallagen"',
        "får 2 kap. 1 § kommunallagen",
    ],
)
def test_an_older_counterpart_is_offered_by_name_and_not_mixed_in(filled: Any, query: str) -> None:
    answer = filled.searcher.search(query, filled.everyone)
    assert ids(answer) == {"ny"}
    assert offered(answer)[0] == ("Även äldre motsvarighet: 2 kap. 1 § kommunallagen (1991:900)", 1)
    taken = filled.searcher.search(answer.offers[0].query, filled.everyone)
    assert ids(taken) == {"ny", "gammal"}
    assert taken.problems == ()


def test_an_offer_counts_only_what_the_caller_may_see(filled: Any) -> None:
    assert offered(filled.searcher.search("2:1 KL", filled.insider))[0][1] == 2
    assert offered(filled.searcher.search("lag:2:3 KL", filled.everyone)) == []


def test_a_newer_counterpart_is_offered_as_well(filled: Any) -> None:
    answer = filled.searcher.search('lag:"2 kap. 1 § 1991:900"', filled.everyone)
    assert ids(answer) == {"gammal"}
    label, more = offered(answer)[0]
    assert label.startswith("Även nyare motsvarigheter: 2 kap. 1 och 2 §§ kommunallagen (2017:725)")
    assert more == 1


def test_the_older_act_of_a_name_is_offered(filled: Any) -> None:
    answer = filled.searcher.search("lag:KL", filled.everyone)
    assert ids(answer) == {"ny", "stycke", "paragraf"}
    assert offered(answer) == [("Även den äldre lagen: kommunallagen (1991:900)", 1)]


def test_the_same_number_in_the_older_act_is_offered_as_that_and_nothing_more(filled: Any) -> None:
    answer = filled.searcher.search("4 kap. 1 § SoL", filled.everyone)
    assert answer.total == 0
    assert any("Inget dokument hänvisar till 4 kap. 1 §" in problem.message for problem in answer.problems)
    labels = [label for label, _ in offered(answer)]
    assert any("4 kap. 1 § socialtjänstlagen (2001:453)" in label for label in labels)
    exact = filled.searcher.search("4 kap. 1 § socialtjänstlagen (2025:400)", filled.everyone)
    assert not any("amma nummer" in offer.label for offer in exact.offers)


def test_the_whole_provision_is_offered_beside_a_stycke_of_it(filled: Any) -> None:
    answer = filled.searcher.search('lag:"2 kap. 5 § andra stycket KL"', filled.everyone)
    assert ids(answer) == {"stycke"}
    assert ("Hela 2 kap. 5 § kommunallagen (2017:725)", 1) in offered(answer)


def test_the_whole_proposition_is_offered_beside_a_page_of_it(filled: Any) -> None:
    answer = filled.searcher.search("prop. 2016/17:171 s. 45", filled.everyone)
    assert offered(answer) == [("Hela prop. 2016/17:171", 1)]


@pytest.mark.parametrize("query", ["KS 2025/448", "dnr:KS 2025/448", 'dnr:"ks 2025-448"'])
def test_the_number_in_other_diaries_is_offered(filled: Any, query: str) -> None:
    answer = filled.searcher.search(query, filled.everyone)
    assert ids(answer) == {"ny"}
    (offer,) = answer.offers
    assert (offer.more, offer.query) == (2, "dnr:2025/448")
    assert ids(filled.searcher.search(offer.query, filled.everyone)) == {"ny", "gammal", "paragraf"}


@pytest.mark.parametrize(
    ("query", "label", "more"),
    [
        ("0388", "Läst som Dnr: nummer 388 (alla år)", 1),
        ("KS 2025", "Läst som Dnr: alla i KS 2025", 2),
        ("sol", "Dokument som hänvisar till socialtjänstlagen (2025:400)", 0),
        ("KL", "Dokument som hänvisar till kommunallagen (2017:725)", 3),
    ],
)
def test_words_that_may_be_a_dnr_or_an_act_are_offered_as_such(
    filled: Any, query: str, label: str, more: int
) -> None:
    answer = filled.searcher.search(query, filled.everyone)
    assert offered(answer) == ([(label, more)] if more else [])


def test_nothing_is_offered_beside_what_is_excluded_or_in_an_export(filled: Any) -> None:
    assert filled.searcher.search("får INTE lag:2:1 KL", filled.everyone).offers == ()
    assert filled.searcher.search("lag:2:1 KL", filled.everyone, snippets=False).offers == ()


def test_offers_are_few_however_long_the_query(filled: Any) -> None:
    for query in ("2:1 KL " * 40, 'lag:"2:1 KL" ELLER ' * 20, "lag:2:1 KL " * 180, "(lag:KL ELLER " * 60):
        assert len(filled.searcher.search(query, filled.everyone).offers) <= MOST_OFFERS


@pytest.mark.parametrize(
    "query",
    ["2 kap. 5 § andra stycket KL ELLER 4:1 SoL ELLER 1:6 LOU", "lag:2 kap. KL lag:4 kap. SoL lag:MB"],
)
def test_no_more_than_eight_things_are_counted_for_a_query(query: str) -> None:
    counted: list[tree.Tree] = []

    def nothing(offered: tree.Tree) -> int:
        counted.append(offered)
        return 0

    assert offers(parse(query), nothing, total=1) == ()
    assert 3 < len(counted) <= MOST_ASKED == 8


def test_a_number_that_is_an_act_or_a_dnr_offers_the_dnr(shelf: Any, build: Build) -> None:
    shelf.put(build("lag", "Se lagen (2025:532) om det."), build("dnr", "Diarienummer 2025/532. Handling."))
    answer = shelf.searcher.search("2025:532", shelf.everyone)
    assert ids(answer) == {"lag"}
    assert offered(answer) == [("Läst som Dnr: 2025/532", 1)]
    assert ids(shelf.searcher.search(answer.offers[0].query, shelf.everyone)) == {"dnr"}


def test_a_provision_that_only_the_older_act_had_is_offered_there(shelf: Any, build: Build) -> None:
    shelf.put(build("loa", "Se 60 § lagen (1976:600) om offentlig anställning."))
    answer = shelf.searcher.search("60 § LOA", shelf.everyone)
    assert answer.total == 0
    assert any("60 § finns inte i lagen om offentlig anställning" in p.message for p in answer.problems)
    (label, more) = offered(answer)[0]
    assert label.startswith("Finns i den äldre lagen: 60 § lagen om offentlig anställning (1976:600)")
    assert more == 1


@pytest.fixture
def older_texts(shelf: Any, build: Build) -> Any:
    shelf.put(
        build("sex", "Se 6 kap. 36 § kommunallagen (1991:900)."),
        build("tio", "Se 10 kap. 8 § kommunallagen (1991:900)."),
        build("fem", "Se 5 kap. 36 § kommunallagen (1991:900)."),
        build("sju", "Se 3 kap. 7 § kommunallagen (1977:179)."),
        build("sol", "Se 2 kap. 1 § socialtjänstlagen (2001:453)."),
        build("lou", "Se 1 kap. 6 § lagen (2007:1091) om offentlig upphandling."),
    )
    return shelf


@pytest.mark.parametrize(
    ("query", "label", "found"),
    [
        ("6 kap. 36 § KL", "6 kap. 36 § kommunallagen (1991:900)", "sex"),
        ("10 kap. 8 § kommunallagen", "10 kap. 8 § kommunallagen (1991:900)", "tio"),
        ("5 kap. 36 § KL", "5 kap. 36 § kommunallagen (1991:900)", "fem"),
        ("3 kap. 7 § KL", "3 kap. 7 § kommunallagen (1977:179)", "sju"),
        ("3 kap. 6 och 7 §§ KL", "3 kap. 6 och 7 §§ kommunallagen (1977:179)", "sju"),
        ("2 kap. 1 § socialtjänstlagen", "2 kap. 1 § socialtjänstlagen (2001:453)", "sol"),
        ("1 kap. 6 § LOU", "1 kap. 6 § lagen om offentlig upphandling (2007:1091)", "lou"),
    ],
)
def test_the_same_number_is_offered_also_where_the_rule_came_of_another(
    older_texts: Any, query: str, label: str, found: str
) -> None:
    answer = older_texts.searcher.search(query, older_texts.everyone)
    assert answer.total == 0
    (offer,) = [o for o in answer.offers if o.label.startswith("Samma nummer i den äldre lagen")]
    assert offer.label.endswith(f": {label}")
    assert ids(older_texts.searcher.search(offer.query, older_texts.everyone)) == {found}


def test_the_same_number_says_whether_it_may_be_the_same_rule(older_texts: Any) -> None:
    def said(query: str) -> list[str]:
        labels = [offer.label for offer in older_texts.searcher.search(query, older_texts.everyone).offers]
        return [label.partition(":")[0] for label in labels if label.startswith("Samma")]

    # 10 kap. 8 § came of 3 kap. 16 § and its neighbours; of 3 kap. 7 § in the act of 1977 nothing is known.
    assert said("10 kap. 8 § KL") == ["Samma nummer i den äldre lagen, troligen en annan regel"]
    assert said("3 kap. 7 § KL") == ["Samma nummer i den äldre lagen, inte säkert samma regel"]
    # 5 kap. 36 § has no row of its own; the chapter came of 5 kap., where its old number lies.
    assert said("5 kap. 36 § KL") == ["Samma nummer i den äldre lagen, inte säkert samma regel"]


def test_what_is_offered_as_a_counterpart_is_not_offered_as_a_number_too(filled: Any) -> None:
    answer = filled.searcher.search("2 kap. 1–9 §§ KL", filled.everyone)
    (offer,) = answer.offers
    assert offer.label.startswith("Även äldre motsvarigheter: 2 kap. 1, 2, 3, 4, 7 och 8 §§ samt")


def test_each_of_three_lagrum_gets_what_lies_nearest_to_it(older_texts: Any) -> None:
    answer = older_texts.searcher.search("2:2 KL ELLER 6:36 KL ELLER 1:6 LOU", older_texts.everyone)
    labels = " ".join(label for label, _ in offered(answer))
    assert "6 kap. 36 § kommunallagen (1991:900)" in labels
    assert "1 kap. 6 § lagen om offentlig upphandling (2007:1091)" in labels


def test_every_older_act_of_the_name_is_offered(older_texts: Any) -> None:
    answer = older_texts.searcher.search("lag:KL", older_texts.everyone)
    assert offered(answer) == [
        ("Även den äldre lagen: kommunallagen (1991:900)", 3),
        ("Även den äldre lagen: kommunallagen (1977:179)", 1),
    ]


def test_all_that_lies_behind_a_chapter_is_offered(shelf: Any, build: Build) -> None:
    shelf.put(build("n", "Se 2 kap. 8 § kommunallagen (1991:900)."))
    (offer,) = [
        o for o in shelf.searcher.search("lag:2 kap. KL", shelf.everyone).offers if "motsv" in o.label
    ]
    assert offer.label == (
        "Även äldre motsvarigheter: 2 kap. 1, 2, 3, 4, 7 och 8 §§ samt 8 kap. 3 b och 3 c §§ "
        "kommunallagen (1991:900)"
    )
    assert ids(shelf.searcher.search(offer.query, shelf.everyone)) == {"n"}


def test_an_offer_is_made_once_and_never_for_what_is_asked_already(filled: Any) -> None:
    def labels(query: str) -> list[str]:
        return [label for label, _ in offered(filled.searcher.search(query, filled.everyone))]

    once = labels("2:1 KL ELLER 2:2 KL")
    assert once == ["Även äldre motsvarighet: 2 kap. 1 § kommunallagen (1991:900)"]
    both = labels('2 kap. 1 § KL ELLER lag:"2 kap. 1 § kommunallagen (1991:900)"')
    assert not [label for label in both if "2 kap. 1 §" in label or "2 kap. 1 och" in label]


def test_words_after_a_field_that_could_not_be_read_are_not_offered_with_the_field_again(filled: Any) -> None:
    for query in ("lag:gamla KL", "dnr:kommunallagen", "foo:KL"):
        offers = filled.searcher.search(query, filled.everyone).offers
        assert not [offer for offer in offers if f'"{query}"' in offer.query]


def test_a_provision_that_only_the_newer_act_has_is_offered_there(shelf: Any, build: Build) -> None:
    shelf.put(build("osl", "Se 26 kap. 1 § offentlighets- och sekretesslagen (2009:400)."))
    answer = shelf.searcher.search("sekretesslagen 26 kap 1 §", shelf.everyone)
    assert answer.total == 0
    (offer,) = answer.offers
    assert offer.label == "Finns i den nyare lagen: 26 kap. 1 § offentlighets- och sekretesslagen (2009:400)"
    assert ids(shelf.searcher.search(offer.query, shelf.everyone)) == {"osl"}
