"""What a document concludes: is it within the kommun's competence, who is for and who against, what was
decided. Everything here is derived by rule from a sentence of the text, and says which and how surely."""

from dataclasses import dataclass
from enum import StrEnum

from remissarkiv.domain.spans import Span


class Verdict(StrEnum):
    """Whether something is within the competence of the kommun, as an author concludes."""

    WITHIN = "förenligt"
    OUTSIDE = "inte förenligt"
    PARTLY = "delvis förenligt"
    OPEN = "oavgjort"


class Stance(StrEnum):
    """For or against a proposal."""

    FOR = "tillstyrker"
    PARTLY = "tillstyrker delvis"
    AGAINST = "avstyrker"
    NO_OBJECTION = "ingen erinran"
    ABSTAINS = "avstår"
    UNCLEAR = "otydligt"


class Outcome(StrEnum):
    """What was decided, or is proposed to be."""

    BIFALL = "bifall"
    DELVIS_BIFALL = "delvis bifall"
    AVSLAG = "avslag"
    BESVARAD = "besvarad"
    ATERREMISS = "återremiss"
    BORDLAGGNING = "bordläggning"
    AVVISAS = "avvisas"
    ATERTAGEN = "återtagen"
    AVSKRIVEN = "avskriven"
    ANTAR_YTTRANDE = "antar yttrande"
    GODKANNER_SOM_SVAR = "godkänner som svar"
    OVERLAMNAR = "överlämnar"
    NOTERAS = "noteras"
    REMITTERAS = "remitteras"


class ActorKind(StrEnum):
    """Who speaks or decides: an administration binds nobody, a board decides, a councillor moves."""

    FORVALTNING = "förvaltning"
    NAMND = "nämnd"
    KOMMUNSTYRELSE = "kommunstyrelse"
    FULLMAKTIGE = "fullmäktige"
    RAD = "råd"
    BOLAG = "bolag"
    EXTERN = "extern"
    LEDAMOT = "ledamot"


class Status(StrEnum):
    """Whether it is only proposed, or was decided."""

    FORSLAG = "förslag"
    BESLUT = "beslut"


class PositionForm(StrEnum):
    """In which form somebody takes a position."""

    STALLNINGSTAGANDE = "ställningstagande"
    YRKANDE = "yrkande"
    RESERVATION = "reservation"
    SARSKILT_UTTALANDE = "särskilt uttalande"
    ERSATTARYTTRANDE = "ersättaryttrande"


class Principle(StrEnum):
    """The principles of kommunal kompetens that an assessment may rest on. What each rests on and means is
    told in `remissarkiv/assessments`."""

    ALLMANT_INTRESSE = "allmänt intresse"
    ANKNYTNING = "anknytning till kommunen"
    STATEN = "annans ansvar: staten"
    REGION = "annans ansvar: region"
    ANNAN_KOMMUN = "annans ansvar: annan kommun"
    NAGON_ANNAN = "annans ansvar: någon annan"
    LIKSTALLIGHET = "likställighet"
    RETROAKTIVITET = "retroaktivitet"
    SJALVKOSTNAD = "avgift och självkostnad"
    NARINGSVERKSAMHET = "näringsverksamhet"
    NARINGSLIVET = "stöd till näringslivet"
    SPECIALLAG_GER_RATT = "speciallag ger rätt"
    SPECIALLAG_UTTOMMANDE = "speciallag är uttömmande"
    UNDERSTOD = "understöd åt enskild"
    INTERNATIONELLT = "bistånd och internationellt"
    STATSSTOD = "statsstöd"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who concludes: the name in its basic form with a capital ("Socialförvaltningen"; councillors as
    written, "Maria Losman (MP)"), "" where the text does not tell, and what sort of actor it is."""

    name: str
    kind: ActorKind


@dataclass(frozen=True, slots=True)
class Assessment:
    """An author's own conclusion on kommunal kompetens.

    `span` is the sentence it comes from, `concerns` what is judged in the words of the text ("juridisk
    rådgivning till enskilda"), "" where it is the proposal as a whole; `grounds` citation keys.
    """

    verdict: Verdict
    span: Span
    certain: bool = True
    concerns: str = ""
    grounds: tuple[str, ...] = ()
    principles: tuple[Principle, ...] = ()
    actor: Actor = Actor("", ActorKind.FORVALTNING)
    status: Status = Status.FORSLAG


@dataclass(frozen=True, slots=True)
class Position:
    """Somebody's stance on the proposal, or on the part of it that `target` names ("" for the whole)."""

    stance: Stance
    actor: Actor
    span: Span
    status: Status = Status.FORSLAG
    target: str = ""
    form: PositionForm = PositionForm.STALLNINGSTAGANDE
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Decision:
    """What a body decided, or is proposed to decide (`status`); `actor` is the one that decides."""

    outcome: Outcome
    actor: Actor
    span: Span
    status: Status = Status.BESLUT
    target: str = ""
    certain: bool = True
