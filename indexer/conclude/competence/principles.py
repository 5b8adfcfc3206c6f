"""Which principles of kommunal kompetens a verdict rests on, by its grounds and by the words around it."""

import re
from collections.abc import Sequence

from remissarkiv.domain import Principle, Verdict

_BY_GROUND = {
    "2017:725#K2P3": Principle.LIKSTALLIGHET,
    "2017:725#K2P4": Principle.RETROAKTIVITET,
    "2017:725#K2P5": Principle.SJALVKOSTNAD,
    "2017:725#K2P6": Principle.SJALVKOSTNAD,
    "2017:725#K2P7": Principle.NARINGSVERKSAMHET,
    "2017:725#K2P8": Principle.NARINGSLIVET,
    "1991:900#K2P2": Principle.LIKSTALLIGHET,
    "1991:900#K2P3": Principle.RETROAKTIVITET,
    "1991:900#K2P7": Principle.NARINGSVERKSAMHET,
    "1991:900#K2P8": Principle.NARINGSLIVET,
    "1991:900#K8P3b": Principle.SJALVKOSTNAD,
    "1991:900#K8P3c": Principle.SJALVKOSTNAD,
    "ext/celex/12016E/TXT#107": Principle.STATSSTOD,
    "ext/celex/12016E/TXT#108": Principle.STATSSTOD,
}
"""What each § of kommunallagen is about. 2 kap. 1 § holds several principles: the words tell which."""

_BY_ACT = {"2001:151": Principle.INTERNATIONELLT, "2009:47#K5": Principle.INTERNATIONELLT}

_GENERAL = ("2017:725#K2P1", "1991:900#K2P1")
_KOMMUNALLAG = ("2017:725", "1991:900", "ext/")

_WORDS = (
    (Principle.LIKSTALLIGHET, re.compile(r"likställ|likabehandl|behandlas? (?:\w+ ){0,3}lika\b|särbehandl")),
    (Principle.RETROAKTIVITET, re.compile(r"retroaktiv|tillbakaverkande")),
    (Principle.SJALVKOSTNAD, re.compile(r"självkostnad")),
    (Principle.STATSSTOD, re.compile(r"statsstöd|statligt stöd enligt|kommissionen")),
    (Principle.NARINGSLIVET, re.compile(
        r"enskild\w* (?:näringsidkare|företag)|synnerliga skäl|individuellt (?:inriktat )?stöd"
        r"|främja näringslivet|stöd till näringslivet|gynna\w* (?:ett |en )?(?:enskilt )?(?:företag|bolag)")),
    (Principle.NARINGSVERKSAMHET, re.compile(
        r"näringsverksamhet|egentliga? näringsliv|spekulati|utan vinstsyfte|vinstsyfte|en näring\b"
        r"|det privata näringslivet|allmännyttiga anläggningar")),
    (Principle.INTERNATIONELLT, re.compile(
        r"katastrofhjälp|humanitär|tjänsteexport|utländska kommuner|internationellt bistånd"
        r"|bistånd till utlandet|vänort")),
    (Principle.ANKNYTNING, re.compile(r"lokalisering|anknytning")),
    (
        Principle.UNDERSTOD,
        re.compile(
            r"understöd|(?:stöd|bidrag|gåvor?|förmåner|ersättning|pengar|kontantstöd) (?:\w{1,30} )?(?:till"
            r"|åt) "
            r"(?:enskilda?|hushåll|villaägar\w*|fastighetsägar\w*|privatpersoner|privata)\b(?! (?:närings"
            r"|företag|vägar|väg))"
            r"|bistånd åt enskild|enskilda (?:får bidrag|medlemmar|personer|hushåll|fastighetsägare)"
            r"|utan behovsprövning"
        ),
    ),
    (
        Principle.ALLMANT_INTRESSE,
        re.compile(r"allmänt intresse|allmänintresse|allmän nytta|allmännyttigt? (?:ändamål|intresse)"),
    ),
)  # fmt: skip

_DUTY = (
    r"(?:ansvar\w*|uppgift\w*|angelägenhet\w*|huvudman\w*|förbehåll\w*|ankommer|åligger|åvilar"
    r"|ska(?:ll)? ha hand|handhas|exklusiv\w*|rikets|statlig\w*|beslutas? av|prövas av|svarar|ligger på)"
)
_STATE = (
    r"(?:staten\w*|statlig\w*|polis\w*|säkerhetspolisen|riksdag\w*|regering\w*|försvar\w*|utrikes\w*"
    r"|migrationsverket|åklagar\w*|domstol\w*|trafikverket|vägverket|länsstyrelsen|tullen|tullverket"
    r"|kustbevakningen|försäkringskassan|skatteverket|arbetsförmedlingen|kronofogden)"
)
_REGION = r"(?:region\w*|landsting\w*|kollektivtrafikmyndighet\w*|trafikhuvudman\w*)"
_OWNERS = (
    (Principle.STATEN, re.compile(
        rf"\b{_STATE}\b[^.;]{{0,90}}?\b{_DUTY}|\b{_DUTY}\b[^.;]{{0,60}}?\b{_STATE}"
        rf"|\bstatlig (?:angelägenhet|uppgift|fråga)|\bpolisens (?:ansvar|uppgift|område)"
        rf"|\butrikespoliti\w+|\bförsvarspoliti\w+")),
    (
        Principle.REGION,
        re.compile(rf"\b{_REGION}\b[^.;]{{0,90}}?\b{_DUTY}|\b{_DUTY}\b[^.;]{{0,60}}?\b{_REGION}"),
    ),
    (Principle.ANNAN_KOMMUN, re.compile(
        r"\b(?:annan kommun|andra kommuner|grannkommun\w*)\b[^.;]{0,60}?\b(?:ansvar\w*|uppgift\w*"
        r"|angelägenhet\w*)|\b(?:ansvar\w*|uppgift\w*|angelägenhet\w*) (?:för|på) (?:en )?(?:annan"
        r"|grann)\s?kommun")),
    (Principle.NAGON_ANNAN, re.compile(
        r"\b(?:någon annan|annan huvudman|annat organ|svenska kyrkan|begravningshuvudman\w*"
        r"|församlingen\w*)\b")),
)  # fmt: skip
_MOST = 3
_SPECIAL = (Principle.SPECIALLAG_GER_RATT, Principle.SPECIALLAG_UTTOMMANDE)


def principles(
    part: str,
    keys: Sequence[str],
    verdict: Verdict,
    around: Sequence[str],
    inherited: Sequence[Principle] = (),
) -> tuple[Principle, ...]:
    """At most three, the surest first. `part` is what gives the verdict, in lower case; `around` what is
    asked where it tells nothing: the sentence, then those before it, the nearest first. `keys` are the
    grounds, `inherited` the principles of the verdict just before in the same argument."""
    told = _by_grounds(keys, verdict)
    found = [*_named(part), *_owners(part, verdict), *(one for one in told if one not in _SPECIAL)]
    for text in around:
        if not found:
            found = [*_named(text), *_owners(text, verdict)]
    if not found and not told:
        found = list(inherited)
    found = found or told
    if not found and any(key in _GENERAL for key in keys):
        found = [Principle.ALLMANT_INTRESSE]
    return tuple(dict.fromkeys(found))[:_MOST]


def _named(text: str) -> list[Principle]:
    return [principle for principle, words in _WORDS if words.search(text)]


def _owners(text: str, verdict: Verdict) -> list[Principle]:
    """Whose task it is instead, where the kommun may not."""
    if verdict is Verdict.WITHIN:
        return []
    return [principle for principle, words in _OWNERS if words.search(text)][:1]


def _by_grounds(keys: Sequence[str], verdict: Verdict) -> list[Principle]:
    found = []
    for key in keys:
        if principle := _BY_GROUND.get(key):
            found.append(principle)
        elif international := next((one for act, one in _BY_ACT.items() if key.startswith(act)), None):
            found.append(international)
        elif "#" in key and not key.startswith(_KOMMUNALLAG) and verdict is not Verdict.OPEN:
            outside = verdict is Verdict.OUTSIDE
            found.append(Principle.SPECIALLAG_UTTOMMANDE if outside else Principle.SPECIALLAG_GER_RATT)
    return found
