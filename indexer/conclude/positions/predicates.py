"""Stances said by an ordinary verb, adjective or noun and its object: "godtar modellen", "tar avstånd från
förslaget", "är inte beredd att gå motionären till mötes", "har ingen uppfattning i frågan"."""

from indexer.conclude.positions.objects import OBJECT, PAPER
from indexer.conclude.positions.phrase import Wording, wording
from remissarkiv.domain import Stance

F, P, A = Stance.FOR, Stance.PARTLY, Stance.AGAINST
NO, ABS, UN = Stance.NO_OBJECTION, Stance.ABSTAINS, Stance.UNCLEAR

_FEW = r"(?: [\w-]+){0,3}?"
_NOT = r"(?:inte|ej|icke|knappast|omöjligen|aldrig)"
_NONE = r"(?:ingen|inget|inga|ingenting|(?:inte|ej) (?:någon|något|några))"
_IS = r"(?:är|blir|ställ(?:er|t|de|a)|förhåller|förklara(?:r|t|de)|uttala(?:r|t|de)|visar)"
# What one says one will not do: "kan inte medverka till", "är inte beredd att gå motionären till mötes".
_YIELD = (
    r"(?:medverka till|gå med på|godkänna|gå med i|ställa upp (?:på|bakom)|ställa (?:sig|oss) bakom|stå bakom"
    r"|leva med|acceptera|godta|godtaga|biträda|stödja|bejaka|välkomna|tänka (?:sig|oss)|gå [\w-]+ till mötes"
    r"|tillmötesgå|tillgodose|hörsamma|efterkomma|förorda|ansluta (?:sig|oss) till|instämma i"
    r"|dela [\w-]+ (?:uppfattning|bedömning|åsikt) att (?:motionen|förslaget) (?:bör|ska) bifallas)"
)
_WILLING = (
    r"(?:skäl|anledning|grund|fog|motiv|behov|beredd[a]?|redo|möjlighet|möjligt|utrymme|förutsättningar"
    r"|villig[a]?"
    r"|berett|tillräckliga skäl|avsikt)"
)
_REJECTED = r"(?:avvisa|avböja|förkasta|underkänna|avfärda|avstyrka|motsätta sig)"
_LEGAL = (
    r"(?<!rättsliga )(?<!rättsligt )(?<!juridiska )(?<!juridiskt )(?<!lagliga )(?<!legala )(?<!formella )"
)

PREDICATES: tuple[Wording, ...] = (
    # no
    wording(
        "medverka|gå med|godkänna|ställa|stå bakom|leva med|acceptera|godta|biträda|stödja|bejaka"
        "|välkomna|tänka"
        "|mötes|tillmötesgå|tillgodose|hörsamma|efterkomma|förorda|ansluta|instämma|dela",
        rf"\b(?:kan|vill|kunde|ville|skulle|är|anser sig|ser sig|har|finner|ser){_FEW} {_NOT}{_FEW}"
        rf" {_YIELD}\b(?! (?:sig|oss)\b)(?= {OBJECT})",
        A,
        A,
    ),
    wording(
        "medverka|gå med|acceptera|godta|ställa|förorda|mötes|tillmötesgå",
        rf"\b(?:kan|vill|kunde|ville){_FEW} {_NOT}{_FEW} (?:medverka till|gå med på|acceptera|godta"
        rf"|ställa upp på"
        rf"|förorda|gå [\w-]+ till mötes)(?= (?:att|en|ett|den|det|någon|något)\b|[.,;]|\Z| som\b| då\b|"
        rf" eftersom\b)",
        A,
        A,
        weak=True,
    ),
    wording(
        "mötes|tillmötesgå|tillgodose|hörsamma|efterkomma|medverka|gå med|acceptera|godta|genomföra"
        "|förverkliga"
        "|gå vidare|bejaka",
        rf"\b(?:{_NOT}|{_NONE}|saknar|saknas)(?: [\w-]+){{0,4}}? {_WILLING}(?: [\w-]+)?? (?:för |till"
        rf" )?att{_FEW}"
        rf" (?:gå [\w-]+ till mötes|(?:tillmötesgå|tillgodose|hörsamma|efterkomma|medverka till|gå med på"
        rf"|acceptera|godta|genomföra|förverkliga|gå vidare med|bejaka) {OBJECT})",
        A,
        A,
    ),
    wording(
        "positiv",
        rf"\b{_IS}(?: (?!inte\b)[\w-]+){{0,3}}? positiv\w*(?=,? men (?:kan|vill|avstyrk|motsätt|avvis)\w*)",
        F,
        A,
        weak=True,
    ),
    wording(
        "förorda",
        rf"\b(?:kan|vill|kunde|ville){_FEW} {_NOT}{_FEW} förorda (?=[\w-]+(?:en|et|na)\b)",
        A,
        A,
    ),
    wording("avböj", rf"\bavböj(?:er|t|de|a)\b(?={_FEW} {OBJECT}(?! om remiss))", A),
    wording("avstånd", r"\bt(?:ar|a|og|agit)\b(?: [\w-]+){0,3} avstånd från\b", A, NO),
    wording(
        "vänder|vände|vänt|vända",
        rf"\bv(?:änder|ände|änt|ända) (?:sig|oss){_FEW} e?mot (?={OBJECT}|att\b)"
        r"|\bv(?:änder|ände) (?:sig|oss) [\w-]+ e?mot(?=[.,;]|\Z)",
        A,
    ),
    wording("protester", rf"\bprotester(?:ar|ade|at) mot (?={PAPER}|att\b)", A),
    wording("emot", r"\bär(?: [\w-]+)? emot(?=[.,;]|\Z)", A, everyday=True),
    wording(
        "på is|skrinlägg|stoppas|dras tillbaka|läggas ned|läggas ner",
        rf"\b{OBJECT}(?: [\w-]+){{0,3}}? (?:ska|skall|bör|borde|måste)(?: [\w-]+){{0,2}}? (?:läggas på"
        rf" is|skrinläggas|stoppas"
        r"|dras tillbaka|läggas ned|läggas ner)\b",
        A,
        NO,
    ),
    wording(
        "avvisas",
        r"\b(?:avsnitt|kapitel|punkt) \d+(?: [\w-]+){0,5} avvisas\b|\b(?:tanken|idén|kravet)(?:"
        r" [\w-]+){0,8} avvisas\b",
        A,
        None,
    ),
    wording(
        "stöd för|förmån för",
        rf"\b(?:uttala|skriv|skrev|yttra|tala|uttryck|argumentera)\w*(?: [\w§-]+){{0,6}}? (?:till stöd"
        rf"|till förmån) för "
        rf"(?={PAPER})",
        F,
        A,
    ),
    wording(
        "förkasta|avvisa|avfärda|underkän|ratar",
        rf"\b(?:förkasta(?:r|de|t)|avvisa(?:r|de|t)|avfärda(?:r|de|t)|underkänner|ratar)(?={_FEW} {OBJECT})",
        A,
        NO,
    ),
    wording(
        "avböjas|förkastas|avfärdas|underkännas|avvisas",
        r"\b(?:bör|borde|ska|skall|måste)(?: [\w-]+){0,4}? (?:avböjas|förkastas|avfärdas|underkännas)\b",
        A,
        NO,
    ),
    wording(
        "avböjs|förkastas|avvisas", rf"\b{PAPER}(?: [\w-]+){{0,8}}? (?:avböjs|förkastas|avvisas)\b", A, None
    ),
    wording(
        "emot|mot",
        rf"\b(?:är|var)(?: [\w-]+){{0,4}}? e?mot (?={PAPER})",
        A,
        NO,
    ),
    wording(
        "negativ|avvisande|kritisk",
        rf"\b{_IS}(?: (?:sig|oss))?(?: (?!inte\b)[\w-]+){{0,3}}? (?:negativ|avvisande|kritisk)\w* till"
        rf" (?={PAPER}|att\b)",
        A,
        NO,
        weak=True,
    ),
    wording(
        "avseende|åsido|därhän",
        rf"\b{PAPER}(?: [\w-]+){{0,3}}? (?:lämnas|lämna) (?:utan avseende|åsido)\b",
        A,
        None,
        decision=True,
    ),
    wording(
        "genomför|förverkliga|realisera|ligga till grund|läggas till grund|gå vidare",
        rf"\b{PAPER}(?: [\w-]+){{0,3}}? (?:bör|borde|ska|skall) (?:inte|ej)(?: [\w-]+){{0,2}}? (?:genomföras"
        r"|förverkligas|realiseras|ligga till grund|läggas till grund|gå vidare)\b",
        A,
        A,
    ),
    # yes
    wording(
        "godta|accepter|bejaka|förorda|stödjer|stöder|stödja|biträd|gillar|understöd",
        rf"\b(?:godta(?:r|s)?|godtog|accepterar?|accepterade|bejakar?|bejakade|stödjer|stöder|stödde|biträder"
        rf"|gillar|understöd(?:er|jer))(?! (?:sig|oss|inte att)\b)(?={_FEW} {OBJECT}| (?:det|den"
        rf"|detta)(?: fullt ut)?"
        r"(?:[.,;]|\Z| och\b| men\b))",
        F,
        A,
        main=True,
    ),
    wording(
        "förord",
        r"\bförordar?s?(?: [\w-]+){0,3} att (?!(?:[\w-]+ ){0,4}(?:avslå|avstyrk|bifall|tillstyrk|inte\b))",
        F,
        A,
        weak=True,
        faint=True,
    ),
    wording(
        "godtas|accepteras|godkänns",
        rf"\b{PAPER}(?: [\w-]+){{0,5}}? (?:godtas|accepteras)\b(?! av [\w-]+(?:rna|en)\b)",
        F,
        A,
    ),
    wording("bejakas|bejakats", r"\bbejaka(?:s|des|ts)\b", F, A),
    wording(
        "stödjas|stöds|godtas|godtagas|accepteras|godkännas|tillmötesgås|förverkligas|antas|hörsammas",
        rf"\b{OBJECT}(?: [\w-]+){{0,5}}? (?:bör|borde|ska|skall)(?: [\w-]+){{0,3}}? (?:stödjas|godtas"
        rf"|godtagas"
        r"|accepteras|godkännas|tillmötesgås|förverkligas|hörsammas)\b"
        r"|\b(?:kan|bör|ska|skall) (?:[\w-]+ ){0,4}(?:förslaget|motionen|ansökan|detta|det) (?:[\w-]+ ){0,2}?"
        r"(?:godtas|accepteras|godkännas|tillmötesgås)\b",
        F,
        A,
    ),
    wording(
        "instäm",
        rf"\binstäm(?:mer|de|ma|t) (?:\w+ ){{0,2}}?i (?={PAPER})(?! att\b)",
        F,
        A,
    ),
    wording(
        "ansluter|anslutit|anslöt|ansluta|sluter",
        rf"\b(?:anslut(?:er|it|a)|anslöt)(?: [\w-]+){{0,2}}? (?:sig|oss) till (?={OBJECT})"
        r"|\bsluter (?:[\w-]+ )?upp bakom\b",
        F,
        A,
    ),
    wording(
        "positiv|välvillig|tillstyrkande|tillfreds|nöjd",
        rf"\b{_IS}(?: (?:sig|oss))?(?: (?!inte\b)[\w-]+){{0,3}}? (?:positiv|välvillig|tillstyrkande"
        rf"|bejakande)\w* "
        rf"till (?={PAPER})"
        rf"|\b{_IS}(?: (?:sig|oss))? (?:tillfreds|nöjd\w*) med (?={PAPER})",
        F,
        A,
        weak=True,
    ),
    wording(
        "välkom|tillfredsställelse|gillande|glädje|välvilja",
        rf"\b(?:ser|såg)(?: [\w-]+){{0,2}}? med (?:tillfredsställelse|gillande|glädje|välvilja) på"
        rf" (?={PAPER})"
        rf"|\bhälsar {PAPER}[^.]{{0,60}}? med (?:tillfredsställelse|glädje)\b|\bhälsar {PAPER} välkomme\w+",
        F,
        A,
        weak=True,
    ),
    wording(
        "genomför|förverkliga|antas|godkänn|godtas|accepteras|går igenom|verklighet|blir av|till stånd"
        "|till grund",
        r"\b(?:hemställ(?:er|a|de)|föresl(?:år|å|og)|yrkar|förordar?|rekommenderar?|önskar|hoppas|ser gärna"
        r"|vill(?: gärna)?)"
        rf"(?: [\w-]+){{0,3}}? att {PAPER}(?: [\w-]+){{0,3}}? (?:genomförs|ska genomföras|förverkligas"
        rf"|antas|godkänns"
        r"|godtas|accepteras|går igenom|blir verklighet|blir av|kommer till stånd|läggs till grund)\b"
        r"|\bhemställer att det (?:genomförs|antas|förverkligas)\b",
        F,
        A,
    ),
    wording(
        "genomfört|förverkligat|genomförd",
        rf"\bvill(?: [\w-]+)?? se {PAPER} (?:genomför[td]|förverkliga[td])\b",
        F,
        A,
    ),
    wording(
        "förtjänar|förtjänt",
        rf"\b{PAPER} (?:[\w-]+ ){{0,2}}?förtjän(?:ar|t av)(?: [\w-]+)?? (?:stöd|att genomföras)",
        F,
        A,
    ),
    wording(
        "står i motionen|föreslås i",
        r"\bgör(?:a|s)? (?:det )?som (?:det )?(?:står|föreslås) i (?:motionen|förslaget)",
        F,
    ),
    # no objection
    wording(
        "invänd|erinr|anmärkning|betänklighet|kommentar|hinder",
        rf"\b(?:har|haft|hade|ser|finner|framför|framställer|riktar|anför|anmäler|finns|föreligger|hyser)"
        rf"(?: [\w-]+){{0,4}}? {_NONE}(?: [\w-]+){{0,2}}? {_LEGAL}(?:invändning(?:ar)?|erinr(?:an|ingar)"
        rf"|anmärkning(?:ar)?|betänkligheter|kommentarer|hinder (?:för|mot) (?:att )?(?={PAPER}))"
        r"(?! har| om\b| mot (?:själva )?(?:syftet|tanken))",
        NO,
    ),
    wording(
        "emot",
        r"\b(?:har|hade|haft)(?: [\w-]+){0,4}? (?:inget|ingenting|inte något) (?:att [\w-]+ )?e?mot\b",
        NO,
    ),
    wording(
        "hinder",
        r"\b(?:ser|såg|finner|har)(?: [\w-]+){0,2}? (?:inga|inget|inte (?:några|något)) hinder"
        r"(?: (?:från|för) (?:sin|vår) (?:sida|del))?(?=[.,;]|\Z| men\b)",
        NO,
        everyday=True,
    ),
    wording(
        "obesvarad", r"\blämna[rt]?(?: [\w-]+){0,2} (?:remissen|motionen|förslaget|den) obesvarad\w*", ABS
    ),
    # no answer
    wording(
        "uppfattning|åsikt|omdöme|ståndpunkt|synpunkt|ställningstagande",
        rf"\b(?:har|hade|haft|avger|avgett|avgivit|lämnar|lämnat|redovisar|uttalar|framför|tar|intar|anmäler)"
        rf"(?: [\w-]+){{0,4}}? {_NONE}(?: (?!annan\b)[\w-]+){{0,2}}? (?:uppfattning|åsikt|omdöme|ståndpunkt"
        r"|förslag till ställningstagande|ställningstagande)\b(?! än\b)",
        ABS,
    ),
    wording(
        "synpunkter|yttrande",
        rf"(?<!(?-i:I) övrigt )\b(?:lämna(?:r|t|de|s)?|avge(?:r|s)?|avgett|avlämnar|redovisas?|framförs?"
        rf"|inkommer med)(?: [\w-]+){{0,3}}? "
        rf"{_NONE}(?: [\w-]+){{0,2}}? (?:synpunkter|yttrande|remissvar|svar)\b",
        ABS,
    ),
    wording(
        "ja eller nej|för eller emot|bifall eller avslag",
        r"\b(?:varken|vare sig)(?: [\w-]+){0,3} (?:ja eller nej|för eller e?mot|bifall eller avslag)\b",
        ABS,
    ),
    wording(
        "ställningstagandet|ställning|bedömningen|avgörandet|avgöra|bedöma",
        r"\b(?:hänskjuter|överl(?:åter|ämnar)|hänvisar|överlåta|lämna[rs]?)(?: [\w-]+){0,4}?"
        r" (?:ställningstagandet"
        r"|bedömningen|avgörandet|att (?:själv )?(?:ta ställning|avgöra|bedöma)(?= lämplig| (?:till|om)"
        r" (?:motionen|förslaget"
        r"|medborgarförslaget|bifall|remissen|frågan)| (?:frågan|saken|motionen)|[.,;]|\Z))\b",
        ABS,
        weak=True,
    ),
    wording(
        "till- eller|tillstyrka eller|till eller",
        r"\bvarken(?: [\w-]+){0,3} till(?:-|styrka)? ?eller avstyrk\w+",
        ABS,
    ),
    wording(
        "avger inget förslag|inget förslag", r"\b(?:avger|lämnar|lägger) (?:[\w-]+ )?inget förslag\b", ABS
    ),
    wording("bu eller bä", r"\bvarken (?:[\w-]+ ){0,2}bu eller bä\b", ABS, everyday=True),
    wording(
        "synpunkter|yttrande|svar",
        rf"(?<!övrigt )\b{_NOT} (?:har |kommer att |avser att |vill |önskar |att )?(?:lämna[rst]?|lämnat"
        rf"|avge[rs]?|avgett|inkomma med)"
        r"(?: några| något| någon)?(?: [\w-]+)?? (?:synpunkter|yttrande|remissvar|svar)\b",
        ABS,
    ),
    wording(
        "ställning",
        rf"\b{_NOT}(?: [\w-]+){{0,4}}? {_WILLING}(?: [\w-]+)?? (?:för |till )?att ta ställning\b",
        ABS,
    ),
    wording(
        "tillägga", r"\bövrigt? [^.]{0,60}?(?:inget|ingenting|inte något)(?: [\w-]+)? att tillägga\b", NO
    ),
    wording(
        "uppfattning|åsikt",
        r"\b(?:inte|ej) (?:vill |kan |önskar )?ha(?:r)? någon (?:[\w-]+ )?(?:uppfattning|åsikt)\b(?! än)",
        ABS,
    ),
    # neither
    wording(
        "återremi",
        r"\båterremi(?:ss(?:en|as)?|tter(?:as?|ar|ing(?:en)?))\b(?!yrkande| avslås)",
        UN,
        None,
        decision=True,
    ),
    wording(
        "bero",
        rf"\b(?:låta|låter|lämna) (?:{PAPER}|frågan|saken|ärendet)(?: [\w-]+)?? bero\b",
        UN,
        None,
        decision=True,
    ),
    wording(
        "till handlingarna",
        r"\b(?:motionen|medborgarförslaget|förslaget|skrivelsen)(?: [\w-]+){0,4}? (?:läggs|läggas|lägga)"
        r" till handlingarna\b",
        UN,
        None,
        decision=True,
    ),
)
"""Tried after the wordings that say it outright."""
