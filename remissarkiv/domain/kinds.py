"""The closed vocabularies of the archive. Values keep their true spelling: they are shown and searched."""

from enum import StrEnum


class Kind(StrEnum):
    """Handlingstyp: what sort of document this is."""

    MOTION = "motion"
    MEDBORGARFORSLAG = "medborgarförslag"
    INTERPELLATION = "interpellation"
    REMISS = "remiss"
    TJANSTEUTLATANDE = "tjänsteutlåtande"
    REMISSVAR = "remissvar"
    YTTRANDE = "yttrande"
    PROTOKOLL = "protokoll"
    BESLUT = "beslut"
    DOM = "dom"
    MYNDIGHETSBESLUT = "myndighetsbeslut"
    PROPOSITION = "proposition"
    UTREDNING = "utredning"
    DIREKTIV = "direktiv"
    LAGRADSREMISS = "lagrådsremiss"
    FORFATTNING = "författning"
    PRESSMEDDELANDE = "pressmeddelande"
    ARTIKEL = "artikel"
    TAL = "tal"
    UPPDRAG = "regeringsuppdrag"
    OVRIGT = "övrigt"


class DnrRole(StrEnum):
    """What a Dnr is to the document it stands in."""

    OWN = "eget"
    SENDER = "avsändarens"
    MENTIONED = "omnämnt"


class SectionKind(StrEnum):
    """The sections a tjänsteutlåtande or protokoll is made of, by their usual heading."""

    FORSLAG_TILL_BESLUT = "förslag till beslut"
    BESLUT = "beslut"
    SAMMANFATTNING = "sammanfattning"
    BAKGRUND = "bakgrund"
    REMISSINSTANSER = "remissinstanser"
    ARENDET = "ärendet"
    BEREDNING = "ärendets beredning"
    SYNPUNKTER = "synpunkter och förslag"
    KONSEKVENSER = "konsekvenser"
    YRKANDEN = "yrkanden"
    BESLUTSGANG = "beslutsgång"
    RESERVATION = "reservation"
    BESLUTSUNDERLAG = "beslutsunderlag"
    MOTIVERING = "motivering"
    EXPEDIERING = "expediering"
    BILAGOR = "bilagor"
    OVRIGT = "övrigt"
