"""What a conclusion is about, in the words of the text, where they read as such.

The rules take the words from the sentence, and sometimes too many or too few: "frågan behöver utredas av
kommunjuristen", "att en bensinstation anläggs vid f". Such a piece says less than nothing beside a verdict;
the sentence itself is a click away.
"""

import re

_LONGEST = 200

_ADVERBS_BEFORE = frozenset("också även dock endast enbart bara särskilt främst samt och".split())
_TRAILING = re.compile(
    r"(?:[\s,;:]{1,5}(?:och|samt|eller|i övrigt|det|därmed|därvid)){1,4}[\s,;:.]{0,5}\Z", re.IGNORECASE
)

_NO_BEGINNING = frozenset(
    (
        "eller men utan när där som för så inte ej delvis annars alltså därför till med i in på vid "
        "av under genom om från mot redan ändå sedan enligt utöver inom trots mellan över efter hos "
        "det man vi sig oss han hon dem jag dess andra första tredje fjärde femte är var har hade kan "
        "kunde ska skall skulle bör borde får fick måste behöver vill ville blir blev gäller finns "
        "saknar avser anser menar föreslår beslutar beslutas tillstyrker avstyrker avstår godkänner"
    ).split()
)
"""Words that begin no noun phrase. Ordinals stand only with what they count: "andra att-satsen"."""

_NO_END = frozenset(
    (
        "som att om för till med i på vid av under genom från mot över inom enligt utan mellan efter "
        "hos en ett den de sin sitt sina eller än när där hur vilka vilket var syfte kl ca nr s k st "
        "mm bl annars dock också inte ej heller delvis endast redan ändå sedan"
    ).split()
)
"""Words after which more was to come."""

_FINITE = frozenset(
    (
        "är var har hade kan kunde ska skall skulle bör borde får fick måste behöver vill ville blir "
        "blev finns fanns gäller yttrar avser anser menar bedömer föreslår tillstyrker avstyrker "
        "avstår ligger ingår ryms faller strider hindrar saknar kommer innebär medför beslutar "
        "godkänner överlämnar åberopar befarar"
    ).split()
)
_SUBORDINATING = frozenset("att som där när om vilka vilket vilken hur då eftersom vars".split())

_CONCLUDES = re.compile(
    r"förenlig|tillstyrk|avstyrk|erinran|\breservation|\bsärskilt yttrande|\byrkande \(", re.IGNORECASE
)
_INFINITIVES = frozenset(
    (
        "anlägga anordna anställa anta avgiftsbelägga avskaffa bedriva begära bekosta bestämma betala "
        "bevilja bidra biträda bilda bygga dela driva engagera erbjuda ersätta finansiera främja föra "
        "förbjuda företräda förvalta ge genomföra göra ha hjälpa hyra hålla inleda inrätta inskränka "
        "inköpa införa installera köpa kontrollera kräva leverera lämna låna låta medge motverka "
        "ordna producera samverka skaffa skjuta skänka sponsra starta stoppa stå styra stänga stödja "
        "subventionera sälja sätta ta teckna tillhandahålla tillåta tillsätta uppdra upphandla "
        "upplåta uppmana upprätta uppföra utföra utreda utse vara verka vidta yttra återinföra öppna "
        "överlåta äga överta"
    ).split()
)
_HELD_WITHOUT_OBJECT = frozenset(("om", "hand", "sig"))


def concerned(words: str) -> str:
    """What a conclusion is about as it is shown: a noun phrase, or "att …" before what is to be done; "" for
    what reads as neither."""
    text = _TRAILING.sub("", " ".join(words[: 2 * _LONGEST].split())).strip(" ,;:.–-—")
    while text.partition(" ")[0].lower() in _ADVERBS_BEFORE:
        text = text.partition(" ")[2]
    told = [word.strip('.,;:()”"').lower() for word in text.split()]
    if not told or len(text) > _LONGEST or text[0] in "([" or _CONCLUDES.search(text):
        return ""
    is_cut = (len(told[-1]) == 1 and not told[-1].isdigit()) or told[-1] in _NO_END
    if is_cut or (told[0] in _NO_BEGINNING and not _counts(told)):
        return ""
    if told[0] == "att":
        return text if len(told) > 2 else ""
    if told[0] in _INFINITIVES:
        return f"att {text}" if set(told[1:]) - _HELD_WITHOUT_OBJECT else ""
    if told[0] in ("de", "den") and len(told) > 1 and told[1].endswith("s"):
        return ""  # "de genomförs på samtliga träffpunkter"
    return "" if _is_a_clause(told) else text


def _counts(told: list[str]) -> bool:
    """Whether an ordinal stands before what it counts: "första yrkandet", "andra och tredje att-satser"."""
    return told[0] in ("andra", "första", "tredje", "fjärde", "femte") and len(told) > 1


def _is_a_clause(told: list[str]) -> bool:
    """Whether a verb says something of the first words: "avtal med regionen skulle ge …". In a clause that
    hangs on a noun one may: "bidrag som föreningen har sökt"."""
    for word in told:
        if word in _SUBORDINATING:
            return False
        if word in _FINITE:
            return True
    return False
