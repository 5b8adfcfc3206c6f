"""Which documents are one ärende: by their own Dnr and the sender's, within kommun and diary."""

from collections.abc import Callable, Iterable

import pytest

from remissarkiv.domain import Kind
from remissarkiv.matters import Facts, Matter, join

MakeFacts = Callable[..., Facts]


def groups(facts: Iterable[Facts]) -> set[frozenset[str]]:
    return {frozenset(matter.documents) for matter in join(facts)}


def one_with(facts: Iterable[Facts], document: str) -> Matter:
    return next(matter for matter in join(facts) if document in matter.documents)


def test_motion_remiss_answers_and_decision_are_one_arende(fact: MakeFacts) -> None:
    facts = [
        fact("motion", "KS 2004/118", namnd="", kind=Kind.MOTION, date="2004-03-22"),
        fact("remiss", "KS 2004/118", namnd="Kommunstyrelsen", kind=Kind.REMISS, date="2004-04-14"),
        fact("tjut", "SN 2004/64", "KS 2004/118", date="2004-08-16"),
        fact("kf", "KS 2004/118", mentioned="SN 2004/64", namnd="Kommunfullmäktige", date="2004-11-29"),
    ]
    [matter] = join(facts)
    assert matter.documents == ("motion", "remiss", "tjut", "kf")
    assert [(key.diary, key.number) for key in matter.keys] == [("KS", 118), ("SN", 64)]


def test_a_boards_minutes_that_name_only_its_own_dnr_follow_its_tjansteutlatande(fact: MakeFacts) -> None:
    facts = [
        fact("tjut", "SN 2004/64", "KS 2004/118"),
        fact("§ 12", "SN 2004/64"),
        fact("motion", "KS 2004/118"),
    ]
    assert groups(facts) == {frozenset({"tjut", "§ 12", "motion"})}


def test_a_dnr_that_is_only_mentioned_joins_nothing(fact: MakeFacts) -> None:
    facts = [fact("motion", "KS 2004/118"), fact("annan", "KS 2005/9", mentioned="KS 2004/118")]
    assert len(groups(facts)) == 2


def test_the_same_dnr_of_two_kommuner_is_two(fact: MakeFacts) -> None:
    facts = [
        fact("a", "KS 2019/112", kommun="Hagavik"),
        fact("b", "KS 2019/112", kommun="Lindåsa"),
        fact("c", "SBN 2019/1", "KS 2019/112", kommun="Hagavik"),
    ]
    assert groups(facts) == {frozenset({"a", "c"}), frozenset({"b"})}


def test_the_kommuns_name_may_be_written_in_full_or_misread(fact: MakeFacts) -> None:
    facts = [
        fact("a", "KS 2019/112", kommun="Björkåsa"),
        fact("b", "KS 2019/112", kommun="Björkåsa kommun"),
        fact("c", "KS 2019/112", kommun="Bjorkasa"),
    ]
    assert groups(facts) == {frozenset("abc")}


def test_habo_and_habo_with_a_ring_are_two_kommuner(fact: MakeFacts) -> None:
    assert len(groups([fact("a", "KS 2019/1", kommun="Habo"), fact("b", "KS 2019/1", kommun="Håbo")])) == 2


def test_two_boards_may_have_the_same_number_and_year(fact: MakeFacts) -> None:
    facts = [
        fact("tn", "2012/45", namnd="Tekniska nämnden"),
        fact("sn", "2012/45", namnd="Socialnämnden"),
        fact("tn prot", "2012/45", "2011/310", namnd="Tekniska nämnden"),
        fact("motion", "2011/310", namnd="", kind=Kind.MOTION),
    ]
    assert groups(facts) == {frozenset({"tn", "tn prot", "motion"}), frozenset({"sn"})}


def test_a_number_without_letters_is_the_same_as_with_those_of_its_board(fact: MakeFacts) -> None:
    facts = [
        fact("motion", "2001/118", namnd="Kommunfullmäktige", kind=Kind.MOTION),
        fact("svar", "SN 2001/44", "KS 2001/118"),
        fact("prot", "2001/44", namnd="Socialnämnden"),
        fact("annan nämnd", "2001/44", namnd="Tekniska nämnden"),
    ]
    assert groups(facts) == {frozenset({"motion", "svar", "prot"}), frozenset({"annan nämnd"})}


def test_a_number_of_nobody_known_joins_nothing(fact: MakeFacts) -> None:
    facts = [fact("brev", "12/45", namnd="", kind=Kind.YTTRANDE), fact("motion", "2012/45", kind=Kind.MOTION)]
    assert len(groups(facts)) == 2


@pytest.mark.parametrize(
    "asked_by",
    ["Remiss från Grannköpings kommun, dnr ", "Till Grannköpings kommun\nEr beteckning "],
)
def test_another_kommuns_remiss_is_not_our_own(fact: MakeFacts, asked_by: str) -> None:
    facts = [fact("motion", "KS 2018/44"), fact("svar", "KS 2018/90", "KS 2018/44", asked_by=asked_by)]
    assert len(groups(facts)) == 2


def test_a_state_authoritys_number_without_letters_is_not_kommunstyrelsens(fact: MakeFacts) -> None:
    facts = [
        fact("motion", "2018/1234", namnd="Kommunstyrelsen", kind=Kind.MOTION),
        fact("svar", "SN 2018/3", "2018/1234", asked_by="Yttrande till Länsstyrelsen över remiss, dnr "),
    ]
    assert len(groups(facts)) == 2


def test_a_number_in_the_boards_own_letterhead_is_still_asked_by_kommunstyrelsen(fact: MakeFacts) -> None:
    facts = [
        fact("motion", "2011/310", namnd="", kind=Kind.MOTION),
        fact(
            "svar", "2012/45", "2011/310", namnd="Tekniska nämnden", asked_by="Tekniska nämnden\nSvar, dnr "
        ),
    ]
    assert groups(facts) == {frozenset({"motion", "svar"})}


def test_a_ministrys_dnr_links_two_arenden_and_joins_none(fact: MakeFacts) -> None:
    facts = [
        fact("ks", "KS 2018/487", "S 2018/9902", kommun="Björkåsa"),
        fact("ks i grannkommunen", "KS 2018/3", "S 2018/9902", kommun="Lindåsa"),
    ]
    first, second = join(facts)
    assert first.linked == ("ks i grannkommunen",)
    assert second.linked == ("ks",)
    assert [one.whose for one in first.external] == ["S"]


def test_a_ministrys_letter_belongs_where_it_was_stamped(fact: MakeFacts) -> None:
    facts = [
        fact("remiss", "S 2018/9902", mentioned="KS 2018/487", kommun="", namnd="", kind=Kind.REMISS),
        fact("svar", "KS 2018/487", "S 2018/9902", namnd="Kommunstyrelsen"),
    ]
    assert groups(facts) == {frozenset({"remiss", "svar"})}


def test_minutes_in_whole_belong_to_none_and_their_paragraphs_to_their_own(fact: MakeFacts) -> None:
    facts = [
        fact("motion", "KS 2013/388"),
        fact("protokoll", "KS 2013/388", parted=True),
        fact("§ 4", "KS 2013/388", whole="protokoll", part="§ 4"),
        fact("§ 5", whole="protokoll", part="§ 5"),
    ]
    assert groups(facts) == {frozenset({"motion", "§ 4"}), frozenset({"protokoll"}), frozenset({"§ 5"})}


def test_attachments_belong_to_their_letters_arende(fact: MakeFacts) -> None:
    facts = [
        fact("brev", "SN 2010/57", "KS 2010/145"),
        fact("karta", whole="brev", part="Karta.pdf"),
        fact("äldre beslut", "SN 2003/9", whole="brev", part="Beslut § 9.pdf"),
        fact("det äldre ärendet", "SN 2003/9"),
        fact("motion", "KS 2010/145"),
    ]
    together = frozenset({"brev", "karta", "äldre beslut", "motion"})
    assert groups(facts) == {together, frozenset({"det äldre ärendet"})}


def test_a_letter_without_dnr_follows_what_hangs_on_it(fact: MakeFacts) -> None:
    facts = [
        fact("mejl"),
        fact("svar", "SN 2010/57", whole="mejl", part="svar.docx"),
        fact("prot", "SN 2010/57"),
    ]
    assert groups(facts) == {frozenset({"mejl", "svar", "prot"})}


def test_a_letter_that_brings_papers_of_several_arenden_joins_none_of_them(fact: MakeFacts) -> None:
    facts = [
        fact("kallelse"),
        fact("a", "SN 2010/57", whole="kallelse", part="a.docx"),
        fact("b", "SN 2010/58", whole="kallelse", part="b.docx"),
    ]
    assert groups(facts) == {frozenset({"kallelse"}), frozenset({"a"}), frozenset({"b"})}


def test_an_answer_to_two_remisser_does_not_make_one_arende_of_them(fact: MakeFacts) -> None:
    facts = [
        fact("motion 1", "KS 2015/1"),
        fact("motion 2", "KS 2015/2"),
        fact("svar", "SN 2015/10", "KS 2015/1,KS 2015/2"),
    ]
    found = groups(facts)
    assert frozenset({"motion 2"}) in found
    assert frozenset({"motion 1", "svar"}) in found


def test_a_boards_collective_dnr_does_not_join_what_it_answers(fact: MakeFacts) -> None:
    facts = [
        fact("motion 1", "KS 2015/1"),
        fact("motion 2", "KS 2015/2"),
        fact("svar 1", "SN 2015/3", "KS 2015/1"),
        fact("svar 2", "SN 2015/3", "KS 2015/2"),
    ]
    assert groups(facts) == {frozenset({"motion 1", "svar 1"}), frozenset({"motion 2", "svar 2"})}


def test_a_misread_number_of_the_sender_does_not_part_a_boards_arende(fact: MakeFacts) -> None:
    facts = [
        fact("motion", "KS 2004/118"),
        fact("tjut", "SN 2004/64", "KS 2004/118"),
        fact("skannat", "SN 2004/64", "KS 2004/113"),
    ]
    assert groups(facts) == {frozenset({"motion", "tjut", "skannat"})}


def test_two_answers_of_a_board_under_two_dnr_are_both_of_the_arende(fact: MakeFacts) -> None:
    facts = [
        fact("motion", "KS 2015/647"),
        fact("svar", "SN 2015/288", "KS 2015/647"),
        fact("efter återremiss", "SN 2016/90", "KS 2015/647"),
    ]
    assert len(groups(facts)) == 1


def test_a_document_without_kommun_is_of_the_only_kommun_that_has_its_dnr(fact: MakeFacts) -> None:
    facts = [fact("motion", "KS 2014/388"), fact("brev", sender="KS 2014/388", kommun="", namnd="")]
    assert len(groups(facts)) == 1
    facts.append(fact("annan kommun", "KS 2014/388", kommun="Lindåsa"))
    assert len(groups(facts)) == 3


def test_a_dnr_that_hundreds_have_joins_nothing(fact: MakeFacts) -> None:
    facts = [fact(f"d{n}", "KS 2004/1", f"SN 2004/{n}") for n in range(1, 302)]
    assert max(map(len, groups(facts))) == 1


def test_late_documents_merge_and_part_arenden_by_being_there(fact: MakeFacts) -> None:
    early = [fact("motion", "KS 2004/118"), fact("§ 12", "SN 2004/64")]
    assert len(groups(early)) == 2
    assert len(groups([*early, fact("tjut", "SN 2004/64", "KS 2004/118")])) == 1


def test_the_order_of_documents_does_not_matter(fact: MakeFacts) -> None:
    facts = [
        fact("motion 1", "KS 2015/1"),
        fact("motion 2", "KS 2015/2"),
        fact("svar", "SN 2015/10", "KS 2015/1,KS 2015/2"),
        fact("svar igen", "SN 2015/10", "KS 2015/2"),
        fact("brev", sender="KS 2015/2", kommun=""),
    ]
    assert {*join(facts)} == {*join(facts[::-1])}


def test_the_time_grows_in_proportion_to_the_documents(fact: MakeFacts, growth: Callable[..., float]) -> None:
    facts = [
        one
        for n in range(1, 5001)
        for one in (
            fact(f"m{n}", f"KS {1980 + n % 40}/{n}", namnd="", kind=Kind.MOTION, subject=f"ord*{n} m*t*on"),
            fact(f"s{n}", f"SN 2004/{n}", f"KS {1980 + n % 40}/{n}"),
            fact(f"t{n}", f"TN 2004/{n}", f"KS {1980 + n % 40}/{n}"),
            fact(f"g{n}", subject=f"ord*{n} m*t*on"),
        )
    ]
    # One sign of the text stands for one document.
    assert growth(lambda text: join(facts[: len(text)]), ".", small=5000) < 8


def test_another_kommuns_answer_belongs_to_the_arende_of_the_archive_that_keeps_it(fact: MakeFacts) -> None:
    kept = {"archive": "Björkåsa"}
    facts = [
        fact("motion", "KS 2018/44", **kept),
        fact("eget ärende", "KS 2018/90", **kept),
        fact(
            "grannens svar", "KS 2018/90", "KS 2018/44", kommun="Lindåsa", asked_by="Er beteckning ", **kept
        ),
    ]
    assert groups(facts) == {frozenset({"motion", "grannens svar"}), frozenset({"eget ärende"})}


def test_an_authoritys_remiss_with_letters_of_nobody_known_belongs_where_it_was_stamped(
    fact: MakeFacts,
) -> None:
    facts = [
        fact("remiss", "XYZ 2018/44", mentioned="KS 2018/90", kommun="", namnd="", kind=Kind.REMISS),
        fact("svar", "KS 2018/90", namnd="Kommunstyrelsen"),
    ]
    assert groups(facts) == {frozenset({"remiss", "svar"})}


@pytest.mark.parametrize(
    ("before", "joined"),
    [
        ("Räddningsnämnden\n\nRemissvar – motion om gemensam\nräddningstjänst (", True),
        ("§ 12   Yttrande över motion om räddningstjänst, ", True),
        ("Yttrande över motion. En liknande motion avslogs, ", False),
        ("Frågan om ny brandstation bereds i ", False),
    ],
)
def test_kommunstyrelsens_dnr_in_the_title_of_an_answer_is_what_it_answers(
    fact: MakeFacts, before: str, joined: bool
) -> None:
    facts = [
        fact("motion", "KS 2016/212"),
        fact("svar", "RN 2016/41", mentioned="KS 2016/212", mentioned_after=before, namnd="Räddningsnämnden"),
    ]
    assert (len(groups(facts)) == 1) is joined


def test_an_authoritys_number_with_its_dossier_code_links_and_joins_nothing(fact: MakeFacts) -> None:
    facts = [
        fact("mn", "MN 2019/3", "405-1187-2019", asked_by="Yttrande till Länsstyrelsen, dnr "),
        fact("sbn", "SBN 2019/300", "405-1187-2019", asked_by="Er beteckning "),
        fact("motion", "2019/1187", namnd="Kommunstyrelsen", kind=Kind.MOTION),
    ]
    first, second, other = sorted(join(facts), key=lambda matter: matter.documents)
    assert (first.documents, first.linked) == (("mn",), ("sbn",))
    assert (second.documents, second.linked) == (("motion",), ())
    assert (other.documents, other.linked) == (("sbn",), ("mn",))
