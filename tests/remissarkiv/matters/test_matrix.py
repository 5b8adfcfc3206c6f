"""The matrix of remissinstanser: who was asked, who answered what, and who decided the answer."""

from collections.abc import Callable

import pytest

from remissarkiv.assessments import stance_in_one_word
from remissarkiv.domain import (
    Actor,
    ActorKind,
    Kind,
    Outcome,
    Position,
    PositionForm,
    Span,
    Stance,
    Status,
    StoredDocument,
    Verdict,
)
from remissarkiv.matters.bodies import is_short_for
from remissarkiv.matters.matrix import DecidedBy, Row, matrix
from remissarkiv.matters.outcome import Followed

MakeStored = Callable[..., StoredDocument]
ASKED = (
    "Socialnämnden",
    "Tekniska nämnden",
    "Kommunala pensionärsrådet",
    "Föreningen Björkåsa Centrumhandel",
)


@pytest.fixture
def remiss(stored: MakeStored) -> StoredDocument:
    return stored("remiss", Kind.REMISS, "Kommunstyrelsen", sender_dnr="", own="KS 2004/118", asked=ASKED)


def tjut(stored: MakeStored, stance: Stance, **more: object) -> StoredDocument:
    return stored(
        "tjut",
        Kind.TJANSTEUTLATANDE,
        stances=[(stance, "")],
        by=ActorKind.FORVALTNING,
        status=Status.FORSLAG,
        date="2004-08-16",
        **more,
    )


def row(documents: list[StoredDocument], name: str) -> Row:
    return next(one for one in matrix(documents) if one.name == name)


def test_those_who_were_asked_are_rows_in_their_order_whether_or_not_an_answer_is_held(
    stored: MakeStored, remiss: StoredDocument
) -> None:
    rows = matrix([remiss, stored("prot", stances=[(Stance.AGAINST, "")])])
    assert [one.name for one in rows] == list(ASKED)
    assert [bool(one.answers) for one in rows] == [True, False, False, False]
    assert rows[1].stance is None
    assert rows[1].decided_by is None


def test_who_answers_without_being_asked_has_a_row_too(stored: MakeStored, remiss: StoredDocument) -> None:
    [*_, last] = matrix([remiss, stored("prot", namnd="Kulturnämnden", stances=[(Stance.FOR, "")])])
    assert (last.name, last.asked, last.stance) == ("Kulturnämnden", False, Stance.FOR)


def test_only_the_administrations_proposal_is_held(stored: MakeStored, remiss: StoredDocument) -> None:
    found = row([remiss, tjut(stored, Stance.FOR)], "Socialnämnden")
    assert (found.decided_by, found.stance, found.proposed) == (DecidedBy.OFFICE, Stance.FOR, ())


def test_the_boards_decision_counts_and_another_proposal_is_told(
    stored: MakeStored, remiss: StoredDocument
) -> None:
    prot = stored("prot", stances=[(Stance.AGAINST, "")])
    found = row([remiss, tjut(stored, Stance.FOR), prot], "Socialnämnden")
    assert (found.decided_by, found.stance) == (DecidedBy.BODY, Stance.AGAINST)
    assert [one.position.stance for one in found.proposed] == [Stance.FOR]
    same = row([remiss, tjut(stored, Stance.AGAINST), prot], "Socialnämnden")
    assert same.proposed == ()


def test_a_board_that_approves_the_tjansteutlatande_makes_it_its_own(
    stored: MakeStored, remiss: StoredDocument
) -> None:
    prot = stored("prot", outcomes=[Outcome.GODKANNER_SOM_SVAR])
    found = row([remiss, tjut(stored, Stance.FOR), prot], "Socialnämnden")
    assert (found.decided_by, found.stance, found.adopted) == (DecidedBy.BODY, Stance.FOR, True)


def test_what_minutes_tell_of_others_is_not_the_boards_answer(
    stored: MakeStored, remiss: StoredDocument
) -> None:
    span = Span(0, 10)
    others = (
        Position(Stance.FOR, Actor("Socialförvaltningen", ActorKind.FORVALTNING), span, Status.FORSLAG),
        Position(Stance.FOR, Actor("Kulturnämnden", ActorKind.NAMND), span, Status.BESLUT),
        Position(
            Stance.FOR, Actor("Bo Ek (C)", ActorKind.LEDAMOT), span, Status.FORSLAG, form=PositionForm.YRKANDE
        ),
    )
    prot = stored("prot", stances=[(Stance.AGAINST, "")], positions=others)
    found = row([remiss, prot], "Socialnämnden")
    assert [one.position.stance for one in found.stances] == [Stance.AGAINST]


def test_reservations_stand_beside_the_answer(stored: MakeStored, remiss: StoredDocument) -> None:
    dissent = Position(
        Stance.FOR,
        Actor("Inger Storlycke (KD)", ActorKind.LEDAMOT),
        Span(0, 5),
        Status.BESLUT,
        form=PositionForm.RESERVATION,
    )
    found = row(
        [remiss, stored("prot", stances=[(Stance.AGAINST, "")], positions=(dissent,))], "Socialnämnden"
    )
    assert [one.position.actor.name for one in found.dissents] == ["Inger Storlycke (KD)"]
    assert found.stance is Stance.AGAINST


@pytest.mark.parametrize("namnd", ["Socialnämnden", "socialndmnden", "Socialförvaltningen"])
def test_a_name_is_known_however_ocr_or_the_office_writes_it(
    stored: MakeStored, remiss: StoredDocument, namnd: str
) -> None:
    found = row([remiss, stored("prot", namnd=namnd, stances=[(Stance.FOR, "")])], "Socialnämnden")
    assert found.answers


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Yttrande över motion", "Björkåsa Centrumhandel\n\nTill kommunstyrelsen\n"),
        ("Yttrande från Bjorkdsa Centrumhandel", "Till kommunstyrelsen\n"),
        ("Yttrande", "Till kommunstyrelsen\n\nFör Föreningen Björkåsa Centrumhandel\nBo Ek\n"),
    ],
)
def test_a_letter_without_a_board_is_of_whoever_signs_it(
    stored: MakeStored, remiss: StoredDocument, title: str, text: str
) -> None:
    letter = stored("brev", Kind.YTTRANDE, "", title=title, text=text)
    assert row([remiss, letter], "Föreningen Björkåsa Centrumhandel").answers


def test_a_remiss_that_lists_nobody_asks_those_it_is_addressed_to(stored: MakeStored) -> None:
    text = (
        "Rönnholms kommun                 Remiss\nKommunstyrelsens kansli          2008-05-19\n\n"
        "Miljönämnden\nTekniska nämnden\n\nMotion om kommunalt katthem\n\nYttrande emotses.\n"
    )
    title = "Motion om kommunalt katthem"
    remiss = stored("remiss", Kind.REMISS, "Kommunstyrelsen", title=title, text=text, sender_dnr="")
    assert [one.name for one in matrix([remiss])] == ["Miljönämnden", "Tekniska nämnden"]


def test_the_signature_below_the_list_is_nobody_who_was_asked(stored: MakeStored) -> None:
    names = ("Socialnämnden", "Bengt Orrelid kommunsekreterare")
    remiss = stored("remiss", Kind.REMISS, "Kommunstyrelsen", asked=names)
    assert [one.name for one in matrix([remiss])] == ["Socialnämnden"]


def test_a_badly_read_copy_of_the_remiss_adds_no_names(stored: MakeStored, remiss: StoredDocument) -> None:
    spoilt = stored("kopia", Kind.REMISS, "Kommunstyrelsen", asked=("Idrenämnden",), quality=0.8)
    assert [one.name for one in matrix([spoilt, remiss])] == list(ASKED)


def test_the_office_prepares_and_is_no_row(stored: MakeStored, remiss: StoredDocument) -> None:
    office = stored("klk", Kind.TJANSTEUTLATANDE, "Kommunstyrelsen", sender_dnr="", own="KS 2004/118")
    assert [one.name for one in matrix([remiss, office])] == list(ASKED)


def test_an_answer_is_followed_or_not_by_the_last_round(stored: MakeStored, remiss: StoredDocument) -> None:
    def kf(id: str, date: str, outcome: Outcome) -> StoredDocument:
        return stored(
            id,
            namnd="Kommunfullmäktige",
            sender_dnr="",
            date=date,
            outcomes=[outcome],
            by=ActorKind.FULLMAKTIGE,
        )

    documents = [
        remiss,
        stored("sn", stances=[(Stance.AGAINST, "")]),
        stored("tn", namnd="Tekniska nämnden", stances=[(Stance.FOR, "")]),
        stored("kpr", namnd="Kommunala pensionärsrådet", stances=[(Stance.ABSTAINS, "")], by=ActorKind.RAD),
        kf("kf1", "2004-11-29", Outcome.ATERREMISS),
        kf("kf2", "2005-03-01", Outcome.AVSLAG),
    ]
    found = {one.name: one.followed for one in matrix(documents)}
    assert found["Socialnämnden"] is Followed.YES
    assert found["Tekniska nämnden"] is Followed.NO
    assert found["Kommunala pensionärsrådet"] is None
    waiting = {one.followed for one in matrix(documents[:-1])}
    assert waiting == {None}


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ([(Stance.FOR, "första"), (Stance.AGAINST, "andra")], Stance.PARTLY),
        ([(Stance.FOR, "andra"), (Stance.ABSTAINS, "första")], Stance.PARTLY),
        ([(Stance.AGAINST, ""), (Stance.FOR, "belysning")], Stance.AGAINST),
        ([(Stance.AGAINST, "första"), (Stance.ABSTAINS, "")], Stance.AGAINST),
        ([(Stance.NO_OBJECTION, ""), (Stance.AGAINST, "platsen")], Stance.NO_OBJECTION),
        ([(Stance.NO_OBJECTION, ""), (Stance.FOR, "a"), (Stance.PARTLY, "b")], Stance.PARTLY),
        ([(Stance.UNCLEAR, ""), (Stance.ABSTAINS, "")], Stance.ABSTAINS),
        ([], None),
    ],
)
def test_several_positions_are_one_word(said: list[tuple[Stance, str]], expected: Stance | None) -> None:
    actor = Actor("Socialnämnden", ActorKind.NAMND)
    assert (
        stance_in_one_word([Position(stance, actor, Span(0, 1), target=to) for stance, to in said])
        is expected
    )


def test_a_verdict_in_one_word_says_what_the_parts_say(stored: MakeStored, remiss: StoredDocument) -> None:
    verdicts = [(Verdict.WITHIN, "rådgivning"), (Verdict.OUTSIDE, "utreda brott"), (Verdict.OPEN, "lokaler")]
    found = row([remiss, stored("prot", verdicts=verdicts)], "Socialnämnden")
    assert found.verdict is Verdict.PARTLY
    assert len(found.judged) == 3


def test_one_outside_may_answer_by_a_board_of_its_own(stored: MakeStored) -> None:
    remiss = stored("remiss", Kind.REMISS, "Kommunstyrelsen", asked=("Ålsjö kyrkliga samfällighet",))
    text = "Ålsjö kyrkliga samfällighet\nKyrkonämnden\n\nVi har inget att invända.\n"
    letter = stored("brev", Kind.YTTRANDE, "Kyrkonämnden", text=text, stances=[(Stance.NO_OBJECTION, "")])
    found = row([remiss, letter], "Ålsjö kyrkliga samfällighet")
    assert (found.decided_by, found.stance) == (DecidedBy.BODY, Stance.NO_OBJECTION)


def test_a_neighbours_kommunstyrelse_answers_for_her_kommun(stored: MakeStored) -> None:
    remiss = stored("remiss", Kind.REMISS, "Kommunstyrelsen", asked=("Socialnämnden", "Furunäs kommun"))
    letter = stored(
        "brev",
        Kind.YTTRANDE,
        "Kommunstyrelsen",
        kommun="Furunäs",
        stances=[(Stance.FOR, "")],
        by=ActorKind.KOMMUNSTYRELSE,
    )
    found = row([remiss, stored("motion", Kind.MOTION), letter], "Furunäs kommun")
    assert (bool(found.answers), found.stance) == (True, Stance.FOR)


def test_an_answer_that_is_not_held_is_told_as_fullmaktige_recounts_it(
    stored: MakeStored, remiss: StoredDocument
) -> None:
    told = Position(Stance.FOR, Actor("Centrumhandel", ActorKind.EXTERN), Span(0, 5), Status.BESLUT)
    kf = stored(
        "kf",
        namnd="Kommunfullmäktige",
        by=ActorKind.FULLMAKTIGE,
        outcomes=[Outcome.AVSLAG],
        sender_dnr="",
        positions=(told,),
    )
    found = row([remiss, kf], "Föreningen Björkåsa Centrumhandel")
    assert (found.answers, found.stance, found.told) == ((), None, Stance.FOR)
    assert found.followed is Followed.NO


def test_it_is_said_when_only_the_administrations_proposal_was_followed(
    stored: MakeStored, remiss: StoredDocument
) -> None:
    kf = stored(
        "kf",
        namnd="Kommunfullmäktige",
        by=ActorKind.FULLMAKTIGE,
        outcomes=[Outcome.AVSLAG],
        sender_dnr="",
    )
    found = row([remiss, tjut(stored, Stance.AGAINST), kf], "Socialnämnden")
    assert (found.followed, found.followed_proposal) == (Followed.YES, True)


def test_a_board_is_spoken_of_by_its_short_name_in_its_own_answer(stored: MakeStored) -> None:
    name = "Hamngårdens stadsdelsnämnd"
    short = Actor("Stadsdelsnämnden", ActorKind.NAMND)
    other = Actor("Kulturnämnden", ActorKind.NAMND)
    positions = tuple(
        Position(stance, actor, Span(0, 5), Status.BESLUT)
        for stance, actor in ((Stance.AGAINST, short), (Stance.FOR, other))
    )
    remiss = stored("remiss", Kind.REMISS, "Kommunstyrelsen", sender_dnr="", own="KS 2004/118", asked=(name,))
    assert row([remiss, stored("prot", namnd=name, positions=positions)], name).stance is Stance.AGAINST


def test_the_remiss_may_name_a_board_with_its_owner(stored: MakeStored) -> None:
    asked = ("Regionens hälso- och sjukvårdsnämnd",)
    remiss = stored("remiss", Kind.REMISS, "Regionstyrelsen", sender_dnr="", own="RS 2018/4", asked=asked)
    answer = stored("prot", namnd="Hälso- och sjukvårdsnämnden", stances=[(Stance.AGAINST, "")])
    decision = stored("rf", namnd="Regionfullmäktige", sender_dnr="", own="RS 2018/4", date="2019-02-19")
    [only] = matrix([remiss, answer, decision])
    assert only.stance is Stance.AGAINST


def test_who_writes_we_in_a_letter_of_an_association_speaks_for_it(stored: MakeStored) -> None:
    name = "Lerhults cykelfrämjande"
    remiss = stored("remiss", Kind.REMISS, "Kommunstyrelsen", sender_dnr="", own="KS 2025/87", asked=(name,))
    we = Position(Stance.FOR, Actor("", ActorKind.FORVALTNING), Span(0, 5), Status.FORSLAG)
    text = f"Från: {name}\n\nVi tillstyrker motionen.\n"
    letter = stored("brev", Kind.OVRIGT, namnd="", text=text, positions=(we,), sender_dnr="KS 2025/87")
    assert row([remiss, letter], name).stance is Stance.FOR


@pytest.mark.parametrize(
    ("short", "name", "expected"),
    [
        ("Stadsdelsnämnden", "Östra Markens stadsdelsnämnd", True),
        ("Distriktsnämnden", "Norra innerstadens sociala distriktsnämnd", True),
        ("Nämnden", "Socialnämnden", True),
        ("Fritidsnämnden", "Kultur- och fritidsnämnden", False),
        ("Socialnämnden", "Socialnämnden", False),
        ("Kommunstyrelsen", "Socialnämnden", False),
    ],
)
def test_a_short_name_is_the_last_words_of_the_whole_one(short: str, name: str, expected: bool) -> None:
    assert is_short_for(short, name) is expected


def test_who_writes_under_the_letterhead_of_the_office_speaks_for_itself(stored: MakeStored) -> None:
    name = "Kommunens dataskyddsombud"
    remiss = stored("remiss", Kind.REMISS, "Kommunstyrelsen", sender_dnr="", own="KS 2023/348", asked=(name,))
    office = Actor("Kommunledningsförvaltningen", ActorKind.FORVALTNING)
    said = Position(Stance.ABSTAINS, office, Span(0, 5), Status.FORSLAG)
    text = "Dataskyddsombudet\n\nJag avstår från att tillstyrka eller avstyrka.\n"
    letter = stored("brev", Kind.YTTRANDE, namnd="", text=text, positions=(said,))
    assert row([remiss, letter], name).stance is Stance.ABSTAINS
