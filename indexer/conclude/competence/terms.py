"""The words that speak of kommunal kompetens, as pieces of patterns.

They match a sentence in lower case, with `lagrum` for each citation (see `wording`). Every repeat is bounded.
"""

import re

from indexer.conclude.needed import rarest


def gap(words: int) -> str:
    """Up to so many words, each with its blank: "ligger enligt kontoret klart utanför"."""
    return rf"(?:[^\s,;]{{1,40}} ){{0,{words}}}?"


BODY = (
    r"(?:kommunen|kommunerna|kommuner|en (?:svensk )?kommun|en primärkommun|primärkommunen|staden|regionen"
    r"|landstinget"
    r"|kommunfullmäktige|fullmäktige|kommunstyrelsen|[a-zåäöéü-]{2,30}nämnden|nämnden"
    r"|[a-zåäöéü-]{2,20} (?:kommun|stad)|en enskild kommun|socialtjänsten|räddningstjänsten|direktionen"
    r"|huvudmannen|skolhuvudmannen|skolan|skolorna|[a-zåäö-]{0,20}förbundet|[a-zåäö-]{0,20}bolaget"
    r"|region [a-zåäö]{3,20}|arbetsgivaren|(?:vår|den enskilda|den svenska) kommun(?:en)?|(?:svenska"
    r"|landets) kommuner(?:na)?"
    r"|nämnderna|vi|man)"
)
"""Who may or may not: the kommun under its names, or a body of it."""

_POWER = (
    r"(?:kompetens(?:en|området|ramen|s)?|befogenhet(?:en|er|erna|sområde|sområdet)?"
    r"|rättsliga ram(?:en|ar|arna)?)"
)
_ADJECTIVES = r"(?:allmänna|lagliga|lagstadgade|lagenliga|kommunala|kommunalrättsliga|egna|rättsliga) "

COMPETENCE = (
    r"(?:(?:kommunal|kommunala|kommunalrättslig|kommunalrättsliga|allmänna|lagliga) " + _POWER + r"|"
    r"(?:kommunens|kommunernas|kommuners|kommuns|stadens|regionens|landstingets|fullmäktiges|dess)"
    r" (?:" + _ADJECTIVES + r"){0,2}"
    r"(?:" + _POWER + r"|lagliga (?:uppgifter|möjligheter)|uppgifter enligt lag[a-zåäö]{0,3}"
    r"|rätt att [a-zåäö]{2,30}a\b)"
    r"|(?:det kommunala|kommunala)"
    r" (?:självstyrelsen|verksamhetsområdet|verksamhetsfältet|området|sfären|uppdraget|ändamålet"
    r"|handlingsutrymmet"
    r"|beslutanderätten)"
    r"|(?:sin|sina|den egna|bolagets) (?:lagliga )?(?:befogenhet(?:er)?|kompetens(?:en)?)\b(?! inom| i | om )"
    r"|(?:kompetensen|befogenheterna|befogenheten) enligt (?:lagrum|lag\b)"
    r"|(?:kommunens|stadens) uppdrag\b|(?:kompetensen|befogenheten|befogenheterna)\b(?! inom| hos| i | om )"
    r"|(?:fullmäktiges|kommunens|den kommunala) beslutanderätt(?:en)?|det kommunala ansvaret"
    r"|kommunalkompetensen|kommunkompetensen|kompetensreglerna|kompetensbestämmelserna"
    r"|(?:vad|det|det som|vad som) (?:får anses vara )?"
    r"(?:"
    + BODY
    + r" (?:\w{1,30} ){0,2}?(?:får|kan|äger|har rätt att|har befogenhet att|lagligen|ska och får"
    r"|får och ska)\b"
    r"|(?:är |räknas som |kan anses som )?(?:en )?kommunal(?:a)? (?:angelägenhet(?:er)?|uppgift(?:er)?)"
    r"|(?:kommunallagen|lagen|lagstiftningen|[a-zåäö]{3,30}lagen|lagrum) (?:tillåter|medger)))"
)
"""The competence of the kommun: "den kommunala kompetensen", "kommunens allmänna befogenheter", "vad kommunen
får göra"."""

_PRINCIPLES = (
    r"(?:lokaliserings|likställighets|självkostnads|likabehandlings)(?:princip|regel|krav"
    r"|grundsats)[a-zåäö]{0,5}"
    r"|likställighet(?:en)?|retroaktivitetsförbud[a-zåäö]{0,3}|retroaktivförbud[a-zåäö]{0,3}"
    r"|förbudet (?:i lagrum|mot|att)|statsstöds(?:regl|best|rätt|förbud)[a-zåäö]{0,12}"
)

LAW = (
    r"(?:lagrums?|kommunallag[a-zåäö]{0,5}|kommunalrätt[a-zåäö]{0,8}|befogenhetslag[a-zåäö]{0,5}"
    r"|gällande (?:rätt|lag[a-zåäö]{0,12}|regler|bestämmelser)|lagens?\b|lag\b|lagstiftning[a-zåäö]{0,4}"
    r"|författning[a-zåäö]{0,5}|regelverk[a-zåäö]{0,4}|rättsordningen|grundlag[a-zåäö]{0,5}|regeringsformen"
    r"|[a-zåäö]{3,30}(?:lagen|lagens|lagstiftningen|balken|balkens|förordningen|direktivet)|"
    + _PRINCIPLES
    + r""
    r"|bemyndigande[a-zåäö]{0,3}"
    r"|(?:principen|principerna|reglerna|regeln|bestämmelserna|bestämmelsen|förbudet|kravet|kraven)"
    r"(?: om| mot| i| på)?\b"
    r"|(?:dessa|den|denna|de|nämnda|sagda|ifrågavarande|samma)"
    r" (?:bestämmelse|bestämmelser|bestämmelsen|regel|regler|regeln|princip|principer|lag|paragraf"
    r"|paragrafen|lagrum)"
    r"|eu:s|eu-rätt[a-zåäö]{0,3}|eg-rätt[a-zåäö]{0,3}|unionsrätt[a-zåäö]{0,3})"
)
"""Law that may stand against something: an act, a principle, a prohibition."""

_LEGAL = (
    r"(?:rättslig|juridisk|laglig|legal|formell|kommunalrättslig|offentligrättslig|lagenlig|laga)(?:t|a)?"
)

RIGHT = (
    r"(?:befogenhet(?:er|en|erna)?|behörighet(?:en)?|bemyndigande[tn]?|beslutanderätt(?:en)?"
    r"|bestämmanderätt(?:en)?|rådighet(?:en)?|(?:föreskrifts|beskattnings|avgifts|reglerings"
    r"|besluts)rätt(?:en)?|normgivnings[a-zåäö]{3,15}|lagstöd(?:et)?"
    r"|mandat i lag|hemul|lagregler|fria händer|handlingsfrihet|lov (?:att|till)|frihet att"
    r"|(?:full|fri|total|egen|oinskränkt) (?:frihet|rätt|beslutanderätt|bestämmanderätt|handlingsfrihet)"
    r"|" + _LEGAL + r" (?:grund(?:er)?|möjlighet(?:er)?|rätt|befogenhet(?:er)?|väg|stöd|medel|verktyg"
    r"|instrument|utrymme|förutsättningar|handlingsutrymme|utväg|bas|frihet|mandat))"
    r"(?! (?:för vård|till bistånd))"
)
"""What one may have so as to do a thing: "befogenhet", "rättslig grund", "lagliga medel", "fria händer"."""

ROOM = r"(?:rätt(?:en)?|möjlighet(?:er|en)?|utrymme|frihet|rum|öppning(?:ar)?|stöd(?= för)|makt|plats)"
"""What law may give or leave for something."""

_PARAGRAPHS = (
    r"(?:lagrum(?:met)?|bestämmelsen|bestämmelse|paragrafen|paragraf|regeln|regel|undantaget"
    r"|undantag|uppräkningen)"
)

BOUND = (
    r"(?:(?:de|den|det)? ?<GAP2>(?:gräns(?:en|er|erna)?|ram(?:en|ar|arna)?|befogenheter|utrymme(?:t)?"
    r"|möjligheter) (?:som )?<GAP3><LAW>|(?:de|den|det)? ?<GAP2>(?:gränser|befogenheter|utrymme) (?:som )?"
    r"<GAP3><BODY>\b"
    r"|vad (?:som )?(?:<BODY>|<LAW>|en kommun|kommun|den|det|lagstiftaren|riksdagen) <GAP4>(?:får|kan|råder"
    r"|rår"
    r"|äger|må|har lov"
    r"|har rätt|har befogenhet|medger|tillåter|medgivit|ger|lämnar|avser|avsett|omfattar|bemyndigar)\b"
    r"|vad som <GAP2>(?:är|anses|kan anses|får anses|räknas som|bedöms) <GAP3>(?:o?tillåt[a-zåäö]{2,4}"
    r"|laglig[a-zåäö]{0,2}|lovlig[a-zåäö]{0,2}|lagenlig[a-zåäö]{0,2}|förenlig[a-zåäö]{0,2}"
    r"|godtagbar[a-zåäö]{0,2}"
    r"|möjlig[a-zåäö]{0,2}|en kommunal|kommunalt)"
    r"|det <GAP1>(?:kommunalrättsligt|rättsligt|lagligen|lagligt|kommunalt|legalt) (?:tillåtna|medgivna"
    r"|möjliga|lovliga|godtagbara)|det (?:tillåtna|lagliga|lovliga)(?: området)?"
    r"|lagens <GAP1>(?:gränser|ram|ramar|gräns)|<LAW> (?:gränser|ram|ramar)"
    r"|det allmänna intresset)"
)
"""The bounds of what the kommun may, however they are called: "vad kommunen har lov att göra", "de gränser
som kommunallagen drar upp", "det kommunalrättsligt tillåtna"."""

_VIEWS = r"(?:synpunkt|synvinkel|utgångspunkt(?:er)?|perspektiv|hänseende|avseende|mening|aspekt)"

PIECES = {
    "BODY": BODY,
    "COMPETENCE": COMPETENCE,
    "LAW": LAW,
    "NOT": r"(?:inte|ej|icke|varken|knappast)",
    "LEGALLY": r"(?:lagligen|juridiskt|rättsligt|lagligt|formellt|kommunalrättsligt|rättsligen|legalt)",
    "LIES": r"(?:(?:själva )?(?:ramen för|gränserna för|gränsen för|området för|ramarna för) )?",
    "STAYS": r"(?:är|vara|vore|ryms|rymmas|ligger|ligga|faller|falla|håller|hålla|hamnar|hamna|befinner|göra"
    r"|göras|ske|sker|stannar|genomföra|genomföras|bedrivas|inordnas|anses|bedöms|utföras|utförs)",
    "TASK": r"(?:angelägenhet(?:er|en)?|uppgift(?:er|en)?|verksamhet(?:er|en)?|kärnuppgift(?:er)?)",
    "INFINITIVE": r"(?:[a-zåäöé-]{2,30}a|stå|gå|ge|ta|få|ha|be|bo|[a-zåäö-]{1,30}as|ges|tas|fås)",
    "STATE": r"(?:staten|statliga|en statlig|regionens?|landstingets?|polisens?|riksdagens?|regeringens?"
    r"|riksorganen|annan|någon annan|annan huvudman)",
    "MAY": r"(?:befogenhet(?:er)?|behörighet|beslutanderätt|laglig rätt|rätt|laglig möjlighet"
    r"|rättslig möjlighet|mandat i lag|makt|rätt och skyldighet)(?= att\b|(?: |, )(?:eller|och|som|men"
    r"|dock)(?: inte)?(?: någon)? [a-zåäö]{3,20},? att\b| till det\b| till[.,;]| därtill"
    r"| härtill|[.,;]|$| enligt| i | på )",
    "SOUND": r"(?:invändningsfri|oproblematisk|godtagba|acceptab|oantastlig|möjlig|hållba|korrekt"
    "|i sin ordning"
    r"|okontroversiell|oklanderlig)[a-zåäö]{0,4}",
    "VIEW": r"(?:(?:ur|från|i) (?:ett |en |strikt |rent ){0,2}"
    r"(?:kommunalrättslig|rättslig|juridisk|kompetensrättslig)[a-zåäö]{0,2} " + _VIEWS + r""
    r"|(?:ur|från) (?:laglighets|kompetens|likställighets|statsstöds|kommunallags)(?:synpunkt|synvinkel))",
    "LEGAL_ADJECTIVE": r"(?:rättslig|juridisk|laglig|formell|kommunalrättslig|legal|kompetensrättslig"
    r"|kommunallaglig|kompetensmässig)(?:t|a)?",
    "SUPPORT": r"(?:lagstöd|lagens stöd|(?:lagligt|laga|rättsligt|kommunalrättsligt|legalt|lagenligt"
    "|uttryckligt) stöd"
    "|stöd i " + gap(3) + LAW
    + r"|(?:laglig|lagligt|rättslig|legal) (?:grund|möjlighet|rätt|väg|sätt|utväg|verkan)"
    r"|(?:lagligt|rättsligt|legalt) utrymme|(?:lagliga|rättsliga) (?:möjligheter|förutsättningar))",
    "EXISTS": r"(?:finns?|fanns|finnes|saknas?|saknar|saknade|har|ha|haft|hade|ges?|ger|gett|givits"
    "|föreligger|äger|får|fått"
    "|hittar"
    r"|funnit|lämnar|utgör)",
}  # fmt: skip
"""What `<NAME>` stands for in the tables."""

PIECES |= {
    "RIGHT": RIGHT,
    "ROOM": ROOM,
    "BOUND": re.sub(r"<GAP(\d)>", lambda found: gap(int(found[1])), BOUND)
    .replace("<BODY>", BODY)
    .replace("<LAW>", LAW),
    "HAS": r"(?:har|hade|haft|ha|äger|ägde|besitter|åtnjuter|saknar|saknade|sakna|tillkommer|tillerkänns|fått"
    r"|getts|givits|givet|ges|finns|fanns|föreligger|står)",
    "GIVES": r"(?:ger|gav|gett|givit|lämnar|lämnat|tillerkänner|tillerkänt|tilldelar|tilldelat"
    r"|anförtror|anförtrott|medger|medgett|erbjuder|skänker|bemyndigar|bemyndigat|berättigar|låter|öppnar"
    r"|skapar|innehåller)",
    "GIVER": r"(?:" + LAW + r"|lagstiftaren|riksdagen|regeringen|lagtexten|grundlagen|paragrafen"
    "|lydelsen|ordalydelsen)",
    "PARAGRAPH": _PARAGRAPHS,
    "LAWFUL": r"(?:lovlig|laglig|lagenlig|tillåten|tillåtet|legitim|klassisk|oomstridd|rättmätig|naturlig"
    r"|traditionell|sedvanlig|godtagbar|självklar|typisk|befogad|vanlig)[a-zåäö]{0,2}",
    "TRIAL": r"(?:(?:laglighets|domstols|rätts|legalitets)?prövning(?:en)?|domstol(?:en|s)?|överprövning"
    r"|förvaltningsrätt(?:en)?|förvaltningsdomstol(?:en)?|kammarrätt(?:en)?|överklagande|laglighetsprövning)",
    "OF_KOMMUN": r"(?:kommunens|kommunernas|kommuners|kommunala|stadens|huvudmannens|skolhuvudmannens"
    "|en kommuns)",
}  # fmt: skip

_NAMES = re.compile(r"<([A-Z_]{1,20}|\d{1,2})>")


NEEDED = {name: words for name, piece in PIECES.items() if (words := rarest(piece))}
"""Of which words one stands wherever a `<NAME>` does."""


def pattern(cue: str) -> re.Pattern[str]:
    """The pattern of a line of a table: `<NAME>` is one of PIECES, `<3>` a gap of up to three words."""
    return re.compile(
        r"\b" + _NAMES.sub(lambda found: gap(int(found[1])) if found[1].isdigit() else PIECES[found[1]], cue)
    )
