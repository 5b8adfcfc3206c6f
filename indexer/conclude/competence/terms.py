"""The words that speak of kommunal kompetens, as pieces of patterns.

They match the sentence in lower case, with `lagrum` for each citation (see `wording`). Every repeat is bounded.
"""

GAP = r"(?:[^\s,;]{1,40} ){0,%d}?"
"""Up to so many words between two that belong together: "ligger enligt kontoret klart utanför"."""


def gap(words: int) -> str:
    """Up to `words` words, each with its blank."""
    return GAP % words


BODY = (
    r"(?:kommunen|kommunerna|kommuner|en kommun|staden|regionen|landstinget|kommunfullmäktige|fullmäktige"
    r"|kommunstyrelsen|[a-zåäöéü-]{2,30}nämnden|nämnden|[a-zåäöéü-]{2,20} (?:kommun|stad)|vi|man)"
)
"""Who may or may not: the kommun under its names, or a body of it."""

_POWER = r"(?:kompetens(?:en|området|ramen|s)?|befogenhet(?:en|er|erna|sområde|sområdet)?|rättsliga ram(?:en|ar|arna)?)"
_ADJECTIVES = r"(?:allmänna|lagliga|lagstadgade|lagenliga|kommunala|kommunalrättsliga|egna|rättsliga) "

COMPETENCE = (
    r"(?:(?:kommunal|kommunala|kommunalrättslig|kommunalrättsliga|allmänna|lagliga) " + _POWER + r"|"
    r"(?:kommunens|kommunernas|kommuners|kommuns|stadens|regionens|landstingets|fullmäktiges|dess) (?:"
    + _ADJECTIVES
    + r"){0,2}"
    r"(?:"
    + _POWER
    + r"|lagliga (?:uppgifter|möjligheter)|uppgifter enligt lag\w*|rätt att [a-zåäö]{2,30}a\b)"
    r"|kommunalkompetensen|kommunkompetensen|kompetensreglerna|kompetensbestämmelserna"
    r"|(?:vad|det|det som|vad som) (?:får anses vara )?(?:"
    + BODY
    + r" (?:\w+ ){0,2}?(?:får|kan|äger|har rätt att|har befogenhet att|lagligen)\b"
    r"|(?:är |räknas som |kan anses som )?(?:en )?kommunal(?:a)? (?:angelägenhet(?:er)?|uppgift(?:er)?)"
    r"|kommunallagen (?:tillåter|medger)|lagrum (?:tillåter|medger)))"
)
"""The competence of the kommun: "den kommunala kompetensen", "kommunens allmänna befogenheter", "vad kommunen
får göra"."""

_PRINCIPLES = (
    r"(?:lokaliserings|likställighets|självkostnads|likabehandlings)(?:princip\w*|regel\w*|krav\w*|grundsats\w*)"
    r"|retroaktivitetsförbud\w*|retroaktivförbud\w*|förbudet (?:i lagrum|mot|att)"
    r"|statsstöds(?:regl|best|rätt)\w*|statsstödsförbud\w*"
)

LAW = (
    r"(?:lagrums?|kommunallag\w*|kommunalrätt\w*|befogenhetslag\w*|gällande (?:rätt|lag\w*|regler|bestämmelser)|lagens?\b|lag\b"
    r"|lagstiftning\w*|författning\w*|regelverk\w*|rättsordningen|grundlag\w*|regeringsformen"
    r"|[a-zåäö]{3,30}(?:lagen|lagens|balken|balkens|förordningen|direktivet)|"
    + _PRINCIPLES
    + r"|bemyndigande\w*"
    r"|(?:principen|principerna|reglerna|regeln|bestämmelserna|bestämmelsen|förbudet|kravet|kraven)(?: om| mot| i| på)?\b"
    r"|(?:dessa|den|denna|de|nämnda|sagda|ifrågavarande|samma) (?:bestämmelse|bestämmelser|bestämmelsen|regel|regler|regeln|princip|principer|lag|paragraf|paragrafen|lagrum)"
    r"|eu:s|eu-rätt\w*|eg-rätt\w*|unionsrätt\w*)"
)
"""Law that may stand against something: an act, a principle, a prohibition."""

LEGALLY = (
    r"(?:lagligen|juridiskt|rättsligt|lagligt|formellt|kommunalrättsligt|rättsligen|legalt|i laglig ordning)"
)
