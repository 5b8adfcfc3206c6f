"""By what title and what first words each kind of document is known."""

import re

from remissarkiv.domain import Kind

# How a title begins. "Remiss av motion" is the title of an answer as well as of a remiss: other rules take
# the answers first.
TITLES: tuple[tuple[Kind, tuple[str, ...]], ...] = (
    (
        Kind.MOTION,
        (
            "motion om",
            "motion av",
            "motion till",
            "motion från",
            "motion angående",
            "motion gällande",
            "motion ang",
        ),
    ),
    (Kind.MEDBORGARFORSLAG, ("medborgarförslag",)),
    (Kind.INTERPELLATION, ("interpellation",)),
    (
        Kind.REMISSVAR,
        (
            "remissvar",
            "svar på remiss",
            "yttrande över remiss",
            "remissyttrande",
            "svar på promemoria",
            "yttrande över betänkande",
            "yttrande över promemoria",
            "svar på betänkande",
        ),
    ),
    (
        Kind.YTTRANDE,
        (
            "yttrande",
            "svar på motion",
            "svar på medborgarförslag",
            "svar på interpellation",
            "svar på fråga",
            "svar på remissen",
            "angående remiss",
            "synpunkter på motion",
            "synpunkter på remiss",
        ),
    ),
    (
        Kind.REMISS,
        (
            "remiss av",
            "remiss om",
            "remiss sou",
            "remiss ds",
            "remiss promemoria",
            "remiss gällande",
            "remiss angående",
            "remiss betänkande",
            "remittering av",
            "remiss",
        ),
    ),
    (
        Kind.UPPDRAG,
        (
            "uppdrag att",
            "uppdrag till",
            "uppdrag om",
            "uppdrag för",
            "uppdrag inom",
            "uppdrag angående",
            "uppdrag avseende",
            "uppdrag rörande",
            "ändring av uppdrag",
            "ändring i uppdrag",
            "ändrat uppdrag",
            "förlängt uppdrag",
            "tilläggsuppdrag",
            "fortsatt uppdrag",
            "förlängning av uppdrag",
            "uppdrag gällande",
            "regeringsuppdrag",
            "nytt uppdrag",
            "uppdrag",
        ),
    ),
    (
        Kind.DIREKTIV,
        (
            "tilläggsdirektiv",
            "kommittédirektiv",
        ),
    ),
    (
        Kind.TAL,
        (
            "regeringsförklaring",
            "tal vid",
            "tal på",
            "tal av",
            "anförande",
        ),
    ),
    (
        Kind.PROTOKOLL,
        (
            "protokoll",
            "sammanträdesprotokoll",
        ),
    ),
    (
        Kind.ARTIKEL,
        (
            "debattartikel",
            "debatt",
        ),
    ),
    (Kind.LAGRADSREMISS, ("lagrådsremiss",)),
    (Kind.PROPOSITION, ("proposition",)),
)

# How the titles of municipal documents open, none of which is the name of a sender.
_OPENS = re.compile(
    r"(?:(?:e-)?motion\w{0,2}(?:\s?[:–—-]|\s(?:av .{4,80}\s)?(?:om|angaende|ang|gallande|med)\b)"
    r"|(?:svar|besvarande|yttrande|remissvar|remissyttrande|synpunkter)\s"
    r"(?:p\S|av|\S{1,2}ver|med anledning|angaende|ang|gallande|avseende|om)\b"
    r"|remiss(?:\s?[:–—]|\s-|\s(?:av|om|\S{1,2}ver|angaende|ang|gallande|avseende|sou|ds|promemoria)\b)"
    r"|remittering\sav\b|medborgarforslag\s?(?::|om\b)|angaende\s(?:remiss|motion|medborgarforslag|yttrande)"
    r"|(?:begaran|forslag|inbjudan)\s(?:om|till)\s(?:yttrande|remissvar)|yttrande\sbegars)",
    re.IGNORECASE,
)
_FOLDED = str.maketrans("åäöéÅÄÖ", "aaoeAAO")


def opens_as_title(words: str) -> bool:
    """Whether a line opens as the title of a municipal document: "Svar på motion om", "Remiss – ", also where
    OCR has misread the å and the ö."""
    plain = words[:120].translate(_FOLDED)
    return _OPENS.match(plain) is not None


# How a document speaks of itself in its first sentences; patterns.
_SELF: tuple[tuple[Kind, tuple[str, ...]], ...] = (
    (
        Kind.TAL,
        (
            "[Dd]et talade ordet gäller",
            "Herr talman",
            "Ärade ledamöter",
            "Eders Majestäter",
        ),
    ),
    (
        Kind.ARTIKEL,
        (
            "[Dd]ebattartikel",
            "debattinlägg",
            "skriver .{3,120} i (?:en artikel|Dagens|Svenska)",
        ),
    ),
    (
        Kind.LAGRADSREMISS,
        (
            "[Ii] (?:denna )?lagrådsremiss(?:en)?",
            "[Ll]agrådsremissen",
            "[Rr]egeringen överlämnar denna remiss till Lagrådet",
        ),
    ),
    (
        Kind.PROPOSITION,
        (
            "[Ii] (?:den här |denna )?proposition(?:en)?",
            "[Pp]ropositionens (?:huvudsakliga )?innehåll",
            "[Pp]ropositionen (?:innehåller|behandlar|omfattar|bygger)",
            "[Rr]egeringen överlämnar denna proposition",
        ),
    ),
    (
        Kind.DIREKTIV,
        (
            "[Ee]n (?:särskild |parlamentarisk(?:t sammansatt)? )?(?:utredare|kommitté|delegation"
            "|arbetsgrupp|utredning)(?:,? .{0,80}?)? (?:ska|skall|tillkallas|tillsätts|får i uppdrag"
            "|ges i uppdrag)",
            r"[Uu]tredaren (?:ska|skall) (?:bl\.a\.|bland annat|även|också|lämna|se över|utreda"
            r"|analysera|föreslå|redovisa)",
            "[Kk]ommittén (?:ska|skall)",
            "[Dd]elegationen (?:ska|skall)",
            "[Uu]tredningstiden förlängs",
            "Uppdraget ska i stället",
            "[Ss]ammanfattning av uppdraget",
            "[Dd]irektiven",
        ),
    ),
    (
        Kind.UTREDNING,
        (
            r"[Bb]etänkande(?:t|ts)\b",
            "[Dd]elbetänkande",
            "[Ss]lutbetänkande",
            r"[Ii] (?:denna |den här )?(?:departements)?promemorian?\b",
            "[Dd]enna promemoria",
            "[Pp]romemorian (?:innehåller|behandlar|föreslår)",
            "[Uu]tredningens? (?:föreslår|har|anser|lämnar|redovisar|om)",
            "[Uu]tred(?:aren|arens|ningens) (?:föreslår|har|förslag|uppdrag)",
            "[Uu]tredningsuppdraget",
            "[Kk]ommittén (?:föreslår|har|anser)",
            "[Ii] denna (?:rapport|departementsskrivelse)",
            "[Ii] rapporten",
            "[Dd]elegationen (?:föreslår|har)",
            "[Ss]lutrapport",
        ),
    ),
    (Kind.UTREDNING, (r"[A-ZÅÄÖ]\w{3,40}(?:utredningen|kommittén|delegationen)\b",)),
    (
        Kind.UPPDRAG,
        (
            "[Rr]egeringen (?:uppdrar åt|ger .{3,80} i uppdrag|beslutar att .{3,80} ska|har "
            "uppdragit|har beslutat att ge)",
            "får i uppdrag",
            "ges i uppdrag",
            "fått i uppdrag",
            "har getts i uppdrag",
            "har i uppdrag att",
            "[Uu]ppdraget ska redovisas",
            "[Uu]ppdraget ska slutredovisas",
            "[Uu]ppdragets",
        ),
    ),
)
_TWO_LETTERS = re.compile(r"\A\[(\w)(\w)\](.*)")


def _by_first_letter(pattern: str) -> str:
    """`[Ii] rapporten` as `I rapporten|i rapporten`: where each way begins with one letter, the search passes
    over all others at once."""
    return _TWO_LETTERS.sub(r"\1\3|\2\3", pattern)


SELF_WORDS: tuple[tuple[Kind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile("|".join(map(_by_first_letter, patterns)))) for kind, patterns in _SELF
)
