"""What looks like an assessment or a stance and is none, in sentences as the sample archive has them."""

import pytest

from indexer.conclude import conclude
from remissarkiv.citations import find_citations
from remissarkiv.domain import Assessment, Document, Kind, Position, Stance, Verdict


def _concluded(text: str, kind: Kind = Kind.YTTRANDE) -> Document:
    return conclude(Document("", kind, text, text, citations=tuple(find_citations(text))))


def _assessments(text: str) -> tuple[Assessment, ...]:
    return _concluded(text).assessments


def _positions(text: str, kind: Kind = Kind.PROTOKOLL) -> tuple[Position, ...]:
    return _concluded(text, kind).positions


@pytest.mark.parametrize(
    "text",
    [
        # Likställighet and the cost of a fee limit how, not whether.
        "Kravet på likabehandling i 2 kap. 3 § kommunallagen (2017:725) hindrar inte det om "
        "det finns sakliga skäl.",
        "En gräns vid 75 år är saklig och strider därför inte mot 2 kap. 2 § kommunallagen (1991:900).",
        "Nämnden anser att förturen till kolonilotterna är förenlig med likställighetsprincipen.",
        "Det är oklart om rabatten till studerande är förenlig med 2 kap. 3 § kommunallagen (2017:725).",
        # A rule of law, and a rule with a condition.
        "Ett bidrag till enskilda är otillåtet när det bara gynnar den som får det.",
        "En gåva till en förening är förbjuden när den saknar allmänt intresse.",
        "Tjänsterna ska vara avsedda att förebygga skador och får inte vara personlig "
        "omvårdnad enligt 2 kap. 7 § "
        "lagen (2009:47) om vissa kommunala befogenheter.",
        # What is demanded of others.
        "Kommunen vill understryka att bristen inte får lösas genom att ansvaret enligt 2 "
        "kap. 2 § kommunallagen "
        "(2017:725) glider över på kommunen.",
        # Courts and jurists are recounted.
        "EU-domstolen har visserligen godtagit att förmåner nekas, men det hindrar inte att "
        "svensk lag ger kommunen "
        "rätt att ge nödhjälp.",
        "Kommunjuristen Ebba Sand, som har hörts, menar att kommunen enligt 2 kap. 7 § "
        "kommunallagen (1991:900) "
        "inte får driva butiken.",
        "I tjänsteskrivelsen konstateras att det är förenligt med 2 kap. 1 § kommunallagen "
        "(1991:900) att gå i borgen.",
        # The question is only named; personal data are no matter of competence.
        "Om kommunen får lämna bidraget är en rättslig fråga där nämnden har en annan mening än många andra.",
        "Personuppgiftslagen (1998:204) hindrar inte att ledamöter syns i bild när kommunen "
        "sänder sammanträdet.",
        "Dataskyddsförordningen, som styr hur kommunen hanterar personuppgifter, hindrar inte "
        "att namnen läggs ut.",
    ],
)
def test_no_verdict_is_given(text: str) -> None:
    assert _assessments(text) == ()


def test_what_the_act_leaves_open_either_way_is_at_least_not_sure() -> None:
    text = "Något hinder mot bidraget finns inte i socialtjänstlagen (2001:453), men inte heller något stöd."
    assert not any(one.certain for one in _assessments(text))


@pytest.mark.parametrize(
    "text",
    [
        "Förslaget strider mot likställighetsprincipen i 2 kap. 3 § kommunallagen (2017:725).",
        "Förvaltningen bedömer att en taxa efter bostadsort strider mot likställighetsprincipen.",
    ],
)
def test_that_it_breaks_likstallighet_alone_is_no_verdict_on_competence(text: str) -> None:
    assert _assessments(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Samtidigt får kommunen enligt 2 kap. 1 § kommunallagen (1991:900) inte utan vidare "
        "ge vissa personer boende.",
        "Förvaltningen anser att garantin inte utan vidare är förenlig med den kommunala kompetensen.",
    ],
)
def test_not_without_more_leaves_it_open(text: str) -> None:
    assert [one.verdict for one in _assessments(text)] == [Verdict.OPEN]


@pytest.mark.parametrize(
    ("text", "concerned"),
    [
        (
            "Förvaltningen anser att behovet av en hall är väl belagt och att en borgen är "
            "förenlig med den kommunala "
            "kompetensen.",
            "borgen",
        ),
        (
            "Kontoret finner att kostnaden är rimlig, att en mötesplats är förenlig med den "
            "kommunala kompetensen.",
            "mötesplats",
        ),
        ("I den delen ligger förslaget utanför vad kommunen får ha hand om.", ""),
    ],
)
def test_the_verdict_is_of_its_own_clause(text: str, concerned: str) -> None:
    assert [one.concerns for one in _assessments(text)] == [concerned]


@pytest.mark.parametrize(
    "text",
    [
        "Båda åtgärderna faller inom vad en kommun får göra.",
        "Några invändningar från kompetenssynpunkt finns alltså inte.",
        "Hemsändning och en serviceplan är åtgärder som kommunen får vidta.",
        "Rådgivning och kurser är insatser som kommunen får erbjuda.",
    ],
)
def test_what_the_kommun_may_is_found(text: str) -> None:
    assert [one.verdict for one in _assessments(text)] == [Verdict.WITHIN]


def test_a_judgment_of_the_eu_court_is_no_ground() -> None:
    (found,) = _assessments(
        "I mål C-333/13, Dano, prövades en annan fråga. "
        "Förslaget är inte förenligt med socialtjänstlagen (2001:453)."
    )
    assert found.grounds == ("2001:453",)


def test_what_cannot_be_done_in_a_long_document_is_mostly_no_law() -> None:
    around = "Anläggningen ligger vid sjön och används av tre föreningar i kommunen.\n\n" * 25
    text = f"{around}Polisen har hörts. Vägen är mjuk. Vid tjällossning kan bilar därför inte köra där."
    assert _assessments(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Den som inte har något att erinra behöver bara meddela kommunstyrelsen detta.",
        "De som avstyrker förslaget bör ange skälen.",
        "Vad sedan gäller bidraget till skolan har nämnden inte ombetts att yttra sig.",
        "Kulturnämnden har inte tillfrågats och avstår därför.",
        "Parti Ja Nej Avstår",
        "Socialnämnden har inget att invända mot syftet men kan inte bidra med pengar.",
        "Att ändå säga nej är att säga att landsbygdens ungdomar inte är värda någon risk.",
    ],
)
def test_no_stance_is_taken(text: str) -> None:
    assert _positions(text) == ()


def test_a_dnr_on_the_line_of_the_office_does_not_hide_it() -> None:
    found = _concluded(
        "Ekeby kommun Tjänsteutlåtande\nSkolkontoret Dnr SKN 2001/87\n2001-08-21\n\nYttrande över motion\n\n"
        "Avdelning Barn Kostnad\nMotionen bör avstyrkas. Socialkontoret har tagit del av förslaget.\n",
        Kind.TJANSTEUTLATANDE,
    ).positions
    assert [one.actor.name for one in found] == ["Skolkontoret"]


def test_both_boards_are_those_just_named() -> None:
    found = _positions(
        "Kommunfullmäktige\n\nSammanträdesprotokoll\n\n§ 4 Svar på motion om lekplatser\n\n"
        "Skolnämnden avstyrker bidraget. Kulturnämnden har hörts. Båda nämnderna tillstyrker en ny lekplats."
    )
    assert {one.actor.name for one in found if one.stance is Stance.FOR} == {"Skolnämnden", "Kulturnämnden"}


def test_each_reserves_himself_for_his_own_yrkande() -> None:
    found = _positions(
        "Yrkanden\n\nAnna Ek (C) yrkar bifall till motionen.\n\nBo Lind (M) yrkar avslag på motionen.\n\n"
        "Reservationer\n\n"
        "Anna Ek (C) och Bo Lind (M) reserverar sig, var och en till förmån för sitt yrkande."
    )
    reserved = {one.actor.name: one.stance for one in found if one.form.value == "reservation"}
    assert reserved == {"Anna Ek (C)": Stance.FOR, "Bo Lind (M)": Stance.AGAINST}


@pytest.mark.parametrize(
    ("text", "target"),
    [
        (
            "Nämndens beslut är att förslaget om miljöavgift på Storgatan avstyrks.",
            "miljöavgift på Storgatan",
        ),
        ("Skolnämnden har ingen erinran mot läget vid f.d. vägstationen.", "läget vid f.d. vägstationen"),
        (
            "Skolnämnden avstyrker att det uppdrag som föreslås läggs på skolan.",
            "det uppdrag som föreslås läggs på skolan",
        ),
        ("Skolnämnden tillstyrker att det genomförs.", ""),
    ],
)
def test_on_what_a_stance_is_taken(text: str, target: str) -> None:
    assert [one.target for one in _positions(text)] == [target]
