"""All the ways Swedish says that one is for or against a proposal, or does not say: the table."""

from indexer.conclude.positions.phrase import wording
from remissarkiv.domain import Stance

F, P, A = Stance.FOR, Stance.PARTLY, Stance.AGAINST
NO, ABS, UN = Stance.NO_OBJECTION, Stance.ABSTAINS, Stance.UNCLEAR

_THE_PROPOSAL = (
    r"(?:(?:\w+ )?(?:motion(?:en|ens|er|erna)?|medborgarförslag(?:et|ets)?|e-förslaget|invånarförslaget"
    r"|förslag(?:et|en|ets)?|"
    r"hemställan|promemorian?s?|betänkandets?|remissen|att-sats(?:en|erna)?|yrkande(?:t|na)?|skrivelsen"
    r"|begäran)\b|(?:det|den)\b(?=[.,;]|\Z| (?:och|men|helt|fullt)\b))"
)
_ATTITUDE = (
    r"(?:inställning|hållning|ståndpunkt|ställningstagande|svar|omdöme|besked|uppfattning om (?:motionen"
    r"|förslaget))"
    r"(?:en|et)?"
)
_NOUN = (
    r"(?= (?:[\w-]+ ){0,3}?(?:motion(?:en|ens)|medborgarförslaget|förslag(?:et|en)?|att-satsen|yrkandet"
    r"|hemställan|framställningen|planen|planförslaget|programmet|strategin|riktlinjerna"
    r"|taxan|underlaget"
    r"|ansökan|begäran|direktivet|policyn|utredningen)\b)"
)
# "Beredningen tillstyrker föredragandens förslag": which way that goes is not told.
_OF_STAFF = (
    r"| (?:(?:föredragandens|kontorets|förvaltningens|[a-zåäö]*utskottets|kansliets|ordförandens"
    r"|beredningens)"
    r" (?:[a-zåäö]+ )?förslag)"
)
# "Tillstyrker motionens intentioner" is sympathy.
_OF_AIM = r"| (?:motionens |förslagets |motionärens )?(?:intention|syfte|anda\b|andemening|ambition|tanke)"
_NOT_STAFF = rf"(?!{_OF_STAFF[1:]})"
# The nouns count only where somebody asks for it: "föreslår avstyrkande", "vidhåller sitt avstyrkande".
_ASKS_FOR = r"\b(?:föreslår|föreslog|yrkar|yrkade|förordar|vidhåller|hemställer|för|till) (?:[\w-]+ ){0,4}?"
WORDINGS = (
    wording(
        "styrk",
        r"\bvarken (?:kan |vill )?(?:till- ?eller avstyrk\w+|tillstyrk\w+ eller avstyrk\w+)"
        r"|\btill- eller avstyrk\w+"
        r"|\bvarken (?:är )?för eller (?:e?mot)",
        ABS,
    ),
    wording(
        "avst",
        r"\bavst(?:år|å|ått|od)\b.{0,30}?\bfrån att (?:till|av)styrka(?: eller (?:till|av)styrka)?\b",
        ABS,
    ),
    wording("styrk", r"\bvare sig tillstyrk\w+ eller avstyrk\w+", UN),
    wording("avst", r"\bavstår\b(?= och\b| men\b|[.,;]|\Z)", ABS),
    wording(
        "tillstyrk", rf"\btillstyrk(?:er|as?|e?s|ts?|tes?)?\b(?! bifall| avslag{_OF_STAFF}{_OF_AIM})", F, A
    ),
    wording("avstyrk", rf"\bavstyrk(?:er|as?|e?s|ts?|tes?)?\b(?: bifall)?{_NOT_STAFF}", A, NO),
    wording("mot avslaget", r"\bmot avslaget\b", F, decision=True),
    wording("mot bifallet", r"\bmot bifallet\b", A, decision=True),
    wording("tillstyrkan", rf"{_ASKS_FOR}tillstyrkan(?:de)?\b", F, A),
    wording("avstyrkan", rf"{_ASKS_FOR}avstyrkan(?:de)?\b", A, NO),
    wording("utan bifall", r"\butan bifall\b", A, decision=True),
    wording(
        "bifall",
        r"\bdelvis bif(?:all(?:s|en|a|as)?|aller)\b|\bbifalls? delvis\b|\bbifaller delvis\b",
        P,
        A,
        decision=True,
    ),
    wording("bifall|biföll", r"\bbif(?:all(?:a|as|e?s|er|en|it|its|et)?|ölls?)\b", F, A, decision=True),
    wording(
        "avsl",
        r"(?<!\bfår )(?<!\bfått )(?<!\bfick )(?<!\bfå )\bavsl(?:åe?s?|år|ag|agits?|agen|ogs?|aget)\b",
        A,
        None,
        decision=True,
    ),
    wording(
        "erinr|invänd",
        r"\b(?:ingen|inget|inga|ingenting|inte|ej|icke|saknar)\b(?: (?:har |haft |finns "
        r"|föreligger )?(?:[\w-]+ ){0,3}?(?:att )?"
        r"(?:erinra(?:n|r)?|erinringar|invända|invändning(?:ar)?)\b)(?! om\b| till handlingarna"
        r"| mot (?:själva )?(?:syftet|tanken|avsikten|ambitionen|motionens (?:syfte|anda|tanke|intention))"
        r"| har (?:inte )?(?:[\w-]+ )?(?:inkommit|framförts|kommit|lämnats))",
        NO,
    ),
    wording(
        "utan erinran|utan invändning",
        r"\blämna[rs]?(?: [\w-]+){0,4} utan (?:[\w-]+ )?(?:erinran|invändning(?:ar)?)\b",
        NO,
    ),
    wording("utan erinran", r"\butan (?:[\w-]+ )?erinran\b(?! till handlingarna)", NO, everyday=True),
    wording(
        "hinder",
        r"\bser (?:[\w-]+ )?(?:inga|inget|inte (?:något|några)) hinder mot (?:att )?(?:motionen|förslaget"
        r"|medborgarförslaget)\b",
        NO,
    ),
    wording("yttrande", r"\bhar inget yttrande\b", ABS),
    wording(
        "genomför|igenom",
        r"\b(?:vill|önskar|hoppas|ser gärna) (?:[\w-]+ )?att (?:motionen|förslaget|medborgarförslaget"
        r"|det) (?:[\w-]+ ){0,2}?"
        r"(?:genomförs|går igenom)\b",
        F,
        A,
    ),
    wording(
        "kritisk",
        r"\bär (?:[\w-]+ )?kritisk\w* till (?:motionen|förslaget|medborgarförslaget)\b",
        A,
        weak=True,
    ),
    wording(
        "anmärka|anföra|andraga|framföra",
        r"\b(?:inget|ingenting|inte något) att (?:anmärka|anföra|andraga|framföra) (?:e?mot|på)\b",
        NO,
    ),
    wording(
        "ansluter|anslutit|anslöt|ansluta",
        r"\b(?:ansluter|anslutit|anslöt|ansluta) (?:[\w-]+ )?(?:sig|oss) till (?:motionen"
        r"|motionens förslag|förslaget"
        r"|motionärens förslag|motionärernas förslag)\b",
        F,
        A,
    ),
    wording("intet", r"\bintet att (?:andraga|erinra|invända)\b", NO),
    wording(
        "saknar",
        r"\bsaknar (?:[\w-]+ )?(?:synpunkter|invändningar|erinringar)(?=[.,;]|\Z| på (?:motionen|förslaget"
        r"|remissen))",
        NO,
    ),
    wording("invändning", r"\b(?:har|hyser|framför|med)(?: [\w-]+){0,3} invändningar mot\b", A, NO),
    wording(
        "motsätt|motsatt", r"\bmots(?:ätter|ätta|att|atte)\b(?= (?:[\w-]+ ){0,3}?(?:sig|oss|mig)\b)", A, NO
    ),
    wording(
        "bakom",
        r"\b(?:ställ(?:er|a|t|de)|stå(?:r|tt)?|stod)(?: (?:[\w-]+)){0,5}? bakom\b"
        r"(?! (?:förvaltningens|kontorets|nämndens|yttrandet|bedömningen|tjänsteutlåtandet|remissvaret"
        r"|svaret|syftet|intentionen|(?:[\w-]+ )?[\w-]+s förslag till (?:yttrande|svar|remissvar)|"
        r"intentionerna|ambitionen|andemeningen|motionens (?:syfte|intention\w*|anda)))",
        F,
        A,
    ),
    wording("biträd", rf"\bbiträd(?:er|as?|s|de|des|t|ts)\b{_NOUN}", F, A),
    wording(
        "biträda",
        r"\bkan (?:[\w-]+ )?(?:inte|ej) biträda (?:det|den|detta)\b|\b(?:inte|ej|icke) (?:kan |kunna"
        r" )?biträda\b",
        A,
        A,
    ),
    wording("förord", r"\bförord(?:ar|at|ade) ett ja\b", F),
    wording("förord", r"\bförord(?:ar|at|ade) ett nej\b", A),
    wording(
        "förord",
        rf"\bförord(?:ar|as|a|at|ade|ats)\b(?= (?:(?!avslag|bifall|avstyrk"
        rf"|tillstyrk)[\w-]+ ){{0,2}}?{_THE_PROPOSAL}(?! bif| avs| bör))",
        F,
        A,
    ),
    wording("förord", r"\b(?:inte|ej) (?:[\w-]+ ){0,2}?förorda(?:r|t)?\b(?= att\b)", A, A),
    wording(
        "förord", r"\b(?:inte|ej) (?:kan|bör|kunna) förordas\b|\b(?:kan|bör) (?:inte|ej) förordas\b", A, A
    ),
    wording("avråd|avrått", r"\bavrå(?:d(?:er|a|de)|tt)\b", A, NO),
    wording(
        "stöd",
        r"\b(?:uttala\w*|ger|ge|gett|uttryck\w*) (?:[\w-]+ )?(?:sitt|vårt) (?:[\w-]+a )?stöd (?:för"
        r"|till|åt)\b|\b(?:uttala|uttryck)\w* (?:[\w-]+ )?stöd för (?:motionen|förslaget"
        r"|medborgarförslaget)\b",
        F,
        A,
    ),
    wording(
        "ställa upp|ställt upp|ställer upp", r"\bställ(?:a|er|t|de) (?:[\w-]+ )?upp (?:på|bakom)\b", F, A
    ),
    wording("stöd|stött", rf"\b(?:stödjer|stöder|stödja|stödde|stöds|stödjas|stött)\b{_NOUN}", F, A),
    wording(
        "instämmer",
        r"\binstämmer (?:\w+ ){0,2}?i (?:motionens |motionärens |motionärernas |att-satsens )?förslag(?:et"
        r"|en)?\b",
        F,
    ),
    wording(
        "välkomnar",
        r"\bvälkomnar\b(?= (?:[\w-]+ ){0,2}?(?:motionen|förslaget|förslagen|medborgarförslaget"
        r")\b)",
        F,
        weak=True,
    ),
    wording("positiv", r"\bställ(?:er|t|de|a) (?:[\w-]+ ){0,3}positiv\w* till\b", F, A, weak=True),
    wording(
        "positiv",
        r"\bär (?:[\w-]+ ){0,2}?positiv\w* till (?:motionen|förslaget|förslagen|medborgarförslaget"
        r"|motionens förslag)\b",
        F,
        A,
        weak=True,
    ),
    wording(
        "negativ|avvisande",
        r"\b(?:är|ställ(?:er|t|de) sig) (?:[\w-]+ ){0,2}?(?<!inte )(?:negativ\w*"
        r"|avvisande) till (?:motionen|förslaget|förslagen"
        r"|medborgarförslaget)",
        A,
    ),
    wording("avvisande", r"\bställ(?:er|t|de|a) (?:[\w-]+ ){0,3}?inte (?:[\w-]+ )?avvisande\b", NO),
    wording("avvisande", r"\bställ(?:er|t|de|a) (?:sig |oss )(?:[\w-]+ )?avvisande\b", A),
    wording(
        "avvisande|negativ|svar",
        rf"\b{_ATTITUDE}(?: (?:till|i|om) [\w-]+)?,? (?:är|blir)(?: [\w-]+){{0,2}} (?:avvisande|negativ)\w*\b"
        rf"|\b{_ATTITUDE} (?:är|blir|blev)(?: [\w-]+){{0,2}} nej\b",
        A,
        NO,
    ),
    wording(
        "positiv",
        rf"\b{_ATTITUDE}(?: till (?:motionen|förslaget))?,? (?:är|blir)(?: [\w-]+){{0,2}} positiv\w*\b",
        F,
        A,
        weak=True,
    ),
    wording("avvisar", rf"\bavvisar(?:{_NOUN}|(?= (?:[\w-]+ ){{0,2}}?(?:tanken|idén|kravet)\b))", A),
    wording("säg| sade|sagt", r"\bs(?:äg(?:er|a)|ade|agt) (?:[\w-]+ ){0,2}?ja\b", F, everyday=True),
    wording("säg| sade|sagt", r"\bs(?:äg(?:er|a)|ade|agt) (?:[\w-]+ ){0,2}?nej\b", A, everyday=True),
    wording("nej till", r"\b(?:men|och) nej till\b", A, everyday=True),
    wording("är för", r"\bär för (?=motionen|förslaget|ett\b|att\b)", F, weak=True, everyday=True),
    wording("är emot|är mot", r"\bär e?mot (?=motionen|förslaget|ett\b|att\b)", A, weak=True, everyday=True),
    wording(
        "röst", r"\b(?:röst\w*|rösta\w*) (?:för|mot)\b(?= (?:bifall|avslag|beslutet|förslaget|motionen))", F
    ),
    wording(
        "avst",
        r"\bavst(?:år|å|ått|od)\b.{0,50}?\b(?:yttra\w*|yttrande|ta ställning|synpunkt\w*|svara?"
        r"|besvara\w*|lämna förslag"
        r"|remiss\w*|ställningstagande)\b",
        ABS,
    ),
    wording(
        "avböj",
        r"\bavböj(?:er|t|de|a)\b.{0,30}?\b(?:yttra\w*|svara|besvara|yttrande|ta ställning|synpunkter"
        r"|remissen)\b",
        ABS,
    ),
    wording(
        "ställningstagande",
        r"\b(?:utan|inget|ingen)(?: (?:eget|egna|förslag till|särskilt))? ställningstagande\b",
        ABS,
    ),
    wording(
        "ställning",
        r"\b(?:inte|ej)(?: (?!att\b)[\w-]+){0,4}? (?:ta(?:r|git)? )?ställning(?: till (?:om|huruvida)"
        r" (?:motionen|förslaget|medborgarförslaget)\b| (?:till|i) (?!om\b"
        r"|huruvida\b|detta här|den frågan|denna fråga"
        r"|frågan om\b)\w|[.,;]|\Z| utan\b)",
        ABS,
        weak=True,
    ),
    wording(
        "avgöra|överlåter",
        r"\böverlåter (?:[\w-]+ ){0,2}?(?:till|åt) (?:[\w-]+ ){1,3}att (?:svara|yttra sig|ta ställning)\b"
        r"|\b(?:lämnar|överlåter|överlämnar)(?: [\w-]+){0,4} (?:till|åt"
        r"|på)? ?(?:[\w-]+ ){1,3}att (?:själv )?(?:avgöra|bedöma) "
        r"(?:om (?:motionen|förslaget|medborgarförslaget)|frågan)\b",
        ABS,
    ),
    wording(
        "möjlighet att",
        r"\b(?:inte|ingen|ej)(?: [\w-]+){0,3}? möjlighet att (?:yttra|besvara|svara"
        r"|lämna (?:något )?(?:svar|yttrande))",
        ABS,
    ),
    wording(
        "svara",
        r"\b(?:valt|väljer|valde|beslutat|beslutade) (?:[\w-]+ ){0,2}?att inte (?:svara|besvara|yttra"
        r" sig|lämna (?:något|några)|avge (?:något|svar|yttrande))\b"
        r"|\binte hinner svara\b",
        ABS,
    ),
    wording("yttrande", r"\butan eget yttrande\b", ABS),
    wording(
        "yttra|yttrande|remiss|svara",
        r"\b(?:inte|ej)(?: (?!att\b)[\w-]+){0,3} (?:avsikt|anledning|skäl|behov|nödvändigt|att inkomma"
        r"|aktuellt|avser"
        r"|möjlighet)(?: av)? att (?:yttra sig|avge|lämna|inkomma med|svara på|besvara|uttala sig)\b"
        r"|\b(?:avser|kommer|väljer|ämnar)(?: [\w-]+){0,2} inte (?:att )?(?:yttra sig|svara på remissen"
        r"|besvara remissen"
        r"|avge yttrande|lämna yttrande|lämna något yttrande)"
        r"|\b(?:ingen|inte någon|inget|saknar) anledning att (?:yttra sig|avge yttrande|lämna synpunkter)\b",
        ABS,
    ),
    wording(
        "yttrande", r"\b(?:inte|ej) (?:[\w-]+ ){0,4}?(?:lämna|avge) något (?:eget )?(?:yttrande|svar)\b", ABS
    ),
    wording("tillföra", r"\b(?:inget|ingenting|inte något|inte)(?: [\w-]+){0,2} att tillföra\b", ABS),
    wording(
        "yttrande", r"\b(?:avger|lämnar|avlämnar) (?:därför )?(?:inget|ej) (?:eget )?(?:yttrande|svar)\b", ABS
    ),
    wording(
        "synpunkter",
        r"\bvill (?:[\w-]+ ){0,2}?inte (?:[\w-]+ ){0,3}?lämna några (?:[\w-]+ )?synpunkter\b",
        ABS,
    ),
    wording(
        "synpunkt",
        r"(?<!(?-i:I) övrigt )\b(?:ha(?:r|de)(?: [\w-]+){0,2}? (?:inga|ingen)|(?:inte|ej) ha(?:r|de)?"
        r" några|ha(?:r"
        r"|de) inte några) (?:[\w-]+ )?"
        r"synpunkt(?:er)?\b(?! på (?:protokollet|dagordningen|föredragningslistan))(?!(?! på (?:motionen"
        r"|förslaget|medborgarförslaget))[^.]{0,120}\bmen\b)",
        NO,
    ),
    wording("uppfattning än", r"\bingen annan uppfattning än\b", NO, weak=True),
    wording(
        "emot",
        r"\b(?:har (?:[\w-]+ ){0,2}?(?:inget|ingenting)|inte (?:har )?något"
        r"|har inte något) emot(?= (?:motionen|förslaget|förslagen|medborgarförslaget|att|det)\b)",
        NO,
    ),
    wording(
        "besvara|tillgodose|färdigbehandla|tillmötes",
        r"\b(?:anses?|anse|förklara[rs]?|betraktas?|ses|är|vara|blivit|bli|anser|sig"
        r"|redan)(?: [\w§-]+){0,8}? (?:besvarad[et]?|besvarat|tillgodosed\w*|tillgodosett|"
        r"färdigbehandla\w+|tillmötesgå\w+)\b",
        UN,
        decision=True,
    ),
    wording(
        "åtgärd",
        r"\b(?:inte|ej|icke|ingen) (?:[\w-]+ ){0,2}?föranled\w+ (?:någon |ytterligare |vidare )*åtgärd\b"
        r"|\bföranleder (?:inte|ej|icke|ingen)"
        r" (?:någon |ytterligare |vidare )*åtgärd\b|\blämnas utan åtgärd\b",
        A,
        A,
        decision=True,
    ),
    wording(
        "positiv",
        r"[:\t]\s?(?:[Ää]r )?positiv(?:a|t)?\b(?= till (?:motionen|förslaget)|[.,;]|\Z)",
        F,
        weak=True,
    ),
    wording("negativ", r"[:\t]\s?(?:[Ää]r )?negativ(?:a|t)?\b(?= till (?:motionen|förslaget)|[.,;]|\Z)", A),
    wording("positiv", r"\bförklara(?:t|r|de) sig positiv\w* till\b", F),
    wording(
        "genomför",
        r"\b(?:motionen|förslag(?:et|en)|medborgarförslaget|det|de)(?: [\w-]+){0,3}? (?:bör|borde|ska"
        r"|skall)(?: [\w-]+){0,3}? genomföras\b",
        F,
        A,
    ),
    wording("godta|accepter", rf"\b(?:godtar|godta|accepterar|acceptera)\b{_NOUN}", F, A),
    wording("tänka", r"\bkan (?:vi |nämnden |styrelsen )?tänka oss (?=att\b)", P),
    wording("går emot|gå emot", r"\b(?:går|gå|gick) emot\b", A, everyday=True),
    wording(
        "yttra|uttala",
        r"\b(?:inte|ej)(?: [\w-]+){0,2}? (?:yttrar?|uttalar?) sig(?: (?:om|över|i) (?:motionen|förslaget"
        r"|ärendet|frågan|saken))?(?=[,.;]|\Z| om\b| över\b)",
        ABS,
    ),
    wording("yttrande", r"\bavger (?:[\w-]+ )?inte (?:något )?(?:eget )?yttrande\b", ABS),
    wording("anföra", r"\b(?:inte|ej|inget|ingenting)(?: något)? att anföra\b", ABS),
    wording(
        "antas",
        r"\b(?:bör|ska|skall|kan) inte antas\b|\binte (?:bör|ska|skall|kan) antas\b",
        A,
        weak=True,
        everyday=True,
    ),
    wording(
        "stödjas|godtas|accepteras|tillmötesgås",
        r"\b(?:motionen|förslag(?:et|en)|medborgarförslaget|planen|ansökan|begäran)(?: [\w-]+){0,4}? "
        r"(?:stödjas|godtas|accepteras|tillmötesgås)\b",
        F,
        A,
    ),
    wording("ja till", r"\AJa till (?:motionen|förslaget|medborgarförslaget)\b", F),
    wording("nej till", r"\ANej till (?:motionen|förslaget|medborgarförslaget)\b", A),
    wording(
        "svar", rf"\b{_ATTITUDE} (?:blev|blir|är)(?: [\w-]+){{0,2}} (?:ett )?(?:villkorat|försiktigt) ja\b", P
    ),
    wording("svar", rf"\b{_ATTITUDE} (?:blev|blir|är)(?: (?!inte)[\w-]+){{0,2}} (?:ett )?ja\b", F),
    wording("bejaka", r"\b(?:motionen|förslaget) bejakas\b|\bbejakar (?:motionen|förslaget)\b", F, A),
    wording("motstånd", r"\b(?:vidhåller|upprepar|uttalar|anmäler) (?:\w+ )?(?:sitt|vårt) motstånd\b", A),
    wording(
        "läggs",
        r"\b(?:hemställer|yrkar|kräver|begär|föreslår) (?:[\w-]+ )?att (?:planen|förslaget|planförslaget) "
        r"(?:läggs ned|läggs ner|dras tillbaka|stoppas)\b",
        A,
    ),
    wording("\tja|: ja", r"(?<!svar)[:\t]\s?ja\b(?=, men|, under|, om)", P),
    wording("\tja|: ja", r"(?<!svar)[:\t]\s?ja\b(?=[.,!;]|\Z)", F),
    wording("\tnej|: nej", r"(?<!svar)[:\t]\s?nej\b(?=[.,!;]|\Z)", A),
    wording("avvisas", r"\b(?:ska|skall|bör|borde) (?:[\w-]+ ){0,2}?avvisas\b", A, None, decision=True),
)
"""In the order in which they are tried: none counts inside another."""
