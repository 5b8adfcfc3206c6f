"""What else must stand, or may not, in a sentence whose words say a stance: is it said of the proposal,
outright, by one who answers it?"""

import re

ABOUT = re.compile(
    r"motion|medborgarförslag|förslag|att-?sats|yrkande|hemställan|promemori|ansökan|framställning"
    r"|skrivelsen|begäran|initiativ|(?:avslag|bifall) (?:föreslås|förordas)|(?:föreslagit|föreslår"
    r"|föreslog|förordar|rekommenderar|yrkar|tillstyrker|avstyrker)(?: [\w-]+){0,5}? (?:avslag|bifall)"
    r"|förordas (?:avslag|bifall)|föreslås (?:avslag|bifall)|framställ|\b(?:bör|ska|skall|kan) (?:[\w-]+"
    r" ){0,4}bifallas|annat förslag än|återremi|frågan bero|\bpunkt|\bden\b"
    r"|\bdet\b",
    re.IGNORECASE,
)
OTHERS = re.compile(
    r"\AI ärendet om [^.]{0,80}\(|\A[A-ZÅÄÖ][\w-]+s (?:årsmöte|årsstämma|medlemmar|stämma)\b|"
    r"\A(?:Den|De|Den (?:nämnd|instans|remissinstans)) som\b|\bja\W{1,5}nej\W{1,5}avst|"
    r"\binte (?:ombetts|ombedd|anmodats|tillfrågats|blivit ombe\w+)\b|"
    r"voteringsproposition|\bröstar (?:ja|nej)|\b\d+ (?:ja|nej|avstår)\b|"
    r"\binte (?:uppfattas|tolkas|ses|förstås) som|\b(?:hänskjuter (?:ärendet|remissen)|bordlägger)\b|"
    r"\b(?:liknande|tidigare|motsvarande|snarlik\w*) (?:\w+ )?(?:motion|förslag|medborgarförslag|yrkande)",
    re.IGNORECASE,
)
OF_MEMBERS = re.compile(
    r"\A(?:Han|Hon|Hen)\b|\b(?:ledamöter(?:na)?|tidigare har|har tidigare)\b", re.IGNORECASE
)
ASKED = re.compile(
    r"\AHur (?:många|stor del|ofta)\b|"
    r"\b(?:ange|anger|oklart|framgår inte|framgår inte av \w+|frågan|frågar) om (?:[\w-]+ ){0,3}\Z|"
    r"(?:\A|, )(?:Om|om|Skulle|För det fall|I den mån) (?:[\w-]+ ){0,4}\Z|"
    r"(?<=\S )(?<![Ii] fråga )(?<![Ii] frågan )(?<!motionen )(?<!förslaget )(?<!yrkandet )(?<!motioner"
    r" )(?:om|huruvida) (?:[\w-]+ ){0,5}(?:ska|skall|bör|kan"
    r"|borde) (?:[\w-]+ ){0,2}\Z|\AInnan (?:[\w-]+ ){1,2}(?:kan|ska|skall|får) (?:[\w-]+ ){0,2}\Z|(?<=\S"
    r" )(?:innan|förrän) (?:[\w-]+ ){0,5}\Z|\b(?:för att|innan"
    r"|i syfte att)(?: [\w-]+){0,3} kunna \Z|\b(?:möjlig|möjligt|omöjlig|omöjligt) att (?:[\w-]+ )?\Z"
    r"|\b(?:villkor|krav|förutsättning|mandat) (?:för )?att"
    r"(?: (?!och\b)[\w-]+){0,2} \Z|(?<!Skäl )(?<!skäl )(?<!grund )(?<!anledning )(?<!stannar )(?<!verka"
    r" )(?<!verkar )(?<!nämnden )(?<!stannat )\bför att(?: (?!och\b)[\w-]+){0,2} \Z",
    re.IGNORECASE,
)
HELD = re.compile(
    r"\b(?:förslag är|förslaget är|grund|hinder|talar|tillråder|förslag om|förslag på|ser|skäl|anledning"
    r"|föreslår|hemställer|rekommenderar|önskar|hoppas"
    r"|yrkar|yrkade|enig[at]?|bör|borde|föreslås"
    r"|föreslå|får|anser"
    r"|bedömer|menar"
    r"|förord(?:ar|at|ade|as|a)|begär|begärt|begärde|tillstyrker|avstyrker|annat|uttala\w*|tycker|finner|vill"
    r"|ska"
    r"|skall|kan)\b",
    re.IGNORECASE,
)
REMISS_ANSWERED = re.compile(
    r"\b(?:remissen|interpellationen|enkel fråga|frågan)\b[^.]{0,40}besvara"
    r"|besvara\w* (?:remissen|interpellationen)"
    r"|besvara\w+ med (?:[\w-]+ ){0,4}(?:tjänste\w+|yttrande|skrivelse|remissvar)",
    re.IGNORECASE,
)
# "Beslutet omfattar inte den lekpark som nämnden har tillstyrkt", "den del som tillstyrks"
OF_ANOTHER = re.compile(
    r"(?<!,) som (?:[\w-]+(?:nämnden|kontoret|styrelsen|förvaltningen|utskottet|rådet)|nämnden|styrelsen"
    r"|kontoret)?"
    r" ?(?:har |tidigare |hade ){1,2}\Z|\b(?:den|de|det)(?: [\w-]+){1,3} som \Z"
    r"|\b[Ii] (?:ett )?(?:annat|andra|tidigare) (?:ärende|sammanhang|yttrande)\w*[^.]{0,80}\Z"
)
# "har i och för sig inget att invända mot bussarna, men avstyrker": the last word counts.
CONCEDED = re.compile(
    r"\b(?:i och för sig|visserligen|förvisso|i princip|i grunden|i sak)\b.{0,200}\b(?:men|dock"
    r"|emellertid|ändå)\b"
)
