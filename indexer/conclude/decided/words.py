"""The verbs of decisions, in the forms minutes and proposals have them in, folded (see `folding.py`)."""

import re
from enum import StrEnum


class Verb(StrEnum):
    """What is done, before it is known to what."""

    BIFALLA = "bifalla"
    AVSLA = "avslå"
    BESVARAD = "besvarad"
    BESVARA = "besvara"
    ATERREMITTERA = "återremittera"
    BORDLAGGA = "bordlägga"
    AVVISA = "avvisa"
    AVSKRIVA = "avskriva"
    AVSLUTA = "avsluta"
    ATERTAGEN = "återtagen"
    ANTA = "anta"
    AVGE = "avge"
    GODKANNA = "godkänna"
    STA_BAKOM = "ställa sig bakom"
    OVERLAMNA = "överlämna"
    NOTERA = "notera"
    REMITTERA = "remittera"
    UTAN_ATGARD = "utan åtgärd"
    YTTRA = "yttra sig"


class Mood(StrEnum):
    """In which form of the verb it is said."""

    INFINITIVE = "infinitive"
    ACTIVE = "active"
    PASSIVE = "passive"
    PAST = "past"
    DONE = "done"
    """Participle or supine: "är besvarad", "har bifallit"."""
    NOUN = "noun"


def _forms(verb: Verb, **forms: str) -> dict[str, tuple[Verb, Mood]]:
    return {form: (verb, Mood(mood)) for mood, listed in forms.items() for form in listed.split()}


FORMS: dict[str, tuple[Verb, Mood]] = {
    **_forms(
        Verb.BIFALLA,
        infinitive="bifalla",
        active="bifaller",
        passive="bifalls bifalles bifallas",
        past="bifoll bifolls",
        done="bifallit bifallen bifallet bifallna bifallits",
        noun="bifall",
    ),
    **_forms(
        Verb.AVSLA,
        infinitive="avsla forkasta",
        active="avslar forkastar",
        passive="avslas forkastas",
        past="avslog avslogs",
        done="avslagit avslagen avslaget avslagna avslagits",
        noun="avslag",
    ),
    **_forms(
        Verb.BESVARAD, done="besvarad besvarat besvarade besvarats fardigbehandlad slutbehandlad tillgodosedd"
    ),
    **_forms(Verb.BESVARA, infinitive="besvara", active="besvarar", passive="besvaras", past="besvarades"),
    **_forms(
        Verb.ATERREMITTERA,
        infinitive="aterremittera atervisa aterforvisa",
        active="aterremitterar atervisar aterforvisar",
        passive="aterremitteras atervisas aterforvisas",
        past="aterremitterade aterremitterades atervisade",
        done="aterremitterat aterremitterad aterremitterats",
        noun="aterremiss",
    ),
    **_forms(
        Verb.BORDLAGGA,
        infinitive="bordlagga",
        active="bordlagger",
        passive="bordlaggs bordlagges bordlaggas",
        past="bordlade bordlades",
        done="bordlagt bordlagd bordlagts",
        noun="bordlaggning",
    ),
    **_forms(
        Verb.AVVISA,
        infinitive="avvisa",
        active="avvisar",
        passive="avvisas",
        past="avvisade avvisades",
        done="avvisat avvisad",
    ),
    **_forms(
        Verb.AVSKRIVA,
        infinitive="avskriva avfora",
        active="avskriver avfor",
        passive="avskrivs avskrives avskrivas avfors avforas avfores",
        past="avskrev avskrevs",
        done="avskrivit avskriven avskrivet",
    ),
    **_forms(Verb.AVSLUTA, infinitive="avsluta", active="avslutar", passive="avslutas"),
    **_forms(
        Verb.ATERTAGEN,
        infinitive="aterta atertaga",
        passive="atertas atertages",
        done="atertagen atertaget atertagits",
    ),
    **_forms(
        Verb.ANTA, infinitive="anta antaga", active="antar antager", passive="antas antages", past="antog"
    ),
    **_forms(
        Verb.AVGE,
        infinitive="avge avgiva lamna insanda aberopa",
        active="avger avgiver lamnar insander aberopar",
        passive="avges avgives lamnas aberopas",
        past="avgav lamnade",
    ),
    **_forms(
        Verb.GODKANNA,
        infinitive="godkanna",
        active="godkanner",
        passive="godkanns godkannes godkannas",
        past="godkande godkandes",
    ),
    **_forms(
        Verb.OVERLAMNA,
        infinitive="overlamna oversanda overlata sanda skicka",
        active="overlamnar oversander overlater sander skickar",
        passive="overlamnas oversands oversandes oversandas overlats sands skickas",
        past="overlamnade overlamnades oversande oversandes",
        done="overlamnat oversant",
    ),
    **_forms(
        Verb.NOTERA, infinitive="notera", active="noterar", passive="noteras", past="noterade noterades"
    ),
    **_forms(
        Verb.REMITTERA,
        infinitive="remittera utremittera",
        active="remitterar utremitterar",
        passive="remitteras utremitteras",
        past="remitterade remitterades",
    ),
}

PHRASES: tuple[tuple[str, Verb], ...] = (
    (r"utan bifall", Verb.AVSLA),
    (r"utan (?:vidare |ytterligare )?(?:atgard|avseende)", Verb.UTAN_ATGARD),
    (
        r"(?:ingen|nagon) (?:vidare |ytterligare |sarskild )?"
        r"(?:(?:kommun)?fullmaktiges |namndens |styrelsens )?atgard",
        Verb.UTAN_ATGARD,
    ),
    (r"till (?:handlingarna|protokollet)", Verb.NOTERA),
    (r"(?:tar|ta|tog|tagit|taga) del av", Verb.NOTERA),
    (r"(?:stalla|staller|stallde) sig bakom", Verb.STA_BAKOM),
    (r"(?:instamma|instammer|instamde) i", Verb.STA_BAKOM),
    (r"hanvisar? till", Verb.AVGE),
    (r"yttrar? sig", Verb.YTTRA),
    (r"svarar? pa remissen", Verb.YTTRA),
    (r"(?:far |ska |skall )?utgora?", Verb.AVGE),
    (r"lamnar? over", Verb.OVERLAMNA),
    (r"(?:gora|gor|gors) [^.;:]{3,80}? till sitt(?: eget)?", Verb.STA_BAKOM),
    (r"pa remiss", Verb.REMITTERA),
    (r"(?:dragits|dragit|dragen|draget) tillbaka|dras tillbaka", Verb.ATERTAGEN),
)
"""What is decided with more than one word. Which form the verb has stands before it ("lämnas utan bifall") or
in it."""

FORMS |= {f"minoritets{form}": read for form, read in FORMS.items() if form.startswith("aterremitt")}
FORMS |= {form[1:]: read for form, read in FORMS.items() if form.startswith("ater")}
# OCR loses the Å at the beginning of a line as often as it reads it: "terremitteras".

_WORD = "|".join(sorted(FORMS, key=len, reverse=True))
ACT = re.compile(
    r"\b(?:"
    + "|".join(f"(?P<p{n}>{pattern})" for n, (pattern, _) in enumerate(PHRASES))
    + rf"|(?P<word>{_WORD}))\b"
)
STEMS = (
    *"bifall bifoll avsl besvara remi bordla avvisa avskr avfor terta anta avge avgiv godkan oversan".split(),
    *"overlamn lamna noter handlingarna instam aberopa hanvisa atgard forkasta tillbaka".split(),
    *"behandlad tillgodosedd tervisa terforvis insanda".split(),
    "yttra",
    "svara",
    "utgor",
    "avslut",
    "overlat",
    " del av",
    "sand",
    "skicka",
    "till protokollet",
    "sig bakom",
    "till sitt",
)
"""A folded sentence without any of these decides nothing that has an outcome here."""
