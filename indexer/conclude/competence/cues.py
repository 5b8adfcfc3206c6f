"""What tells that something is, or is not, within the competence of the kommun.

Each cue has a sign as it stands without any negation ("strider mot" -1, "förenligt med" +1) and a strength:
SPECIFIC words can hardly mean anything else, LEGAL ones speak of what is lawful and need a kommun near,
WEAK ones ("får inte", "möjligt") also need law near.
"""

import re
from dataclasses import dataclass
from enum import IntEnum

from indexer.conclude.competence.terms import BODY, COMPETENCE, LAW, LEGALLY, gap


class Strength(IntEnum):
    """How much the words of a cue tell without their surroundings."""

    WEAK = 1
    LEGAL = 2
    SPECIFIC = 3


class Scope(IntEnum):
    """Where the negation of a cue stands."""

    BEFORE = 1
    """Before it or within it: "är inte förenligt", "inte ryms inom"."""
    AFTER = 2
    """Also right after it: "medger inte", "får kommunen inte"."""
    AROUND = 3
    """Anywhere in the clause: "hinder mot borgen finns inte", "utrymme för bidrag saknas"."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A way of saying it."""

    pattern: re.Pattern[str]
    sign: int
    strength: Strength
    scope: Scope


def _cue(pattern: str, sign: int, strength: Strength, scope: Scope = Scope.BEFORE) -> Cue:
    return Cue(re.compile(r"\b" + pattern), sign, strength, scope)


_S, _L, _W = Strength.SPECIFIC, Strength.LEGAL, Strength.WEAK
_ABIDES = r"(?:förenliga?t?|förena(?:s|t)?|överensstämmelse|överens|linje|enlighet)"
_LIES = r"(?:ramen för|gränserna för|gränsen för|området för|ramarna för)"
_TASK = r"(?:angelägenhet(?:er|en)?|uppgift(?:er|en)?|verksamhet(?:er|en)?|kärnuppgift(?:er)?|ansvarsområde|ansvar|sak|fråga)"
_INFINITIVE = r"(?:[a-zåäöé-]{1,30}a|stå|gå|ge|ta|få|ha|be|se|bo|bero|[a-zåäö-]{2,30}(?:as|s))"

CUES = (
    # With the competence, or the law, named.
    _cue(rf"(?:förenliga?t?|förenas?|förenade) {gap(2)}med {gap(5)}{COMPETENCE}", 1, _S),
    _cue(rf"(?:förenliga?t?|förenas?) {gap(1)}med {gap(3)}{LAW}", 1, _L),
    _cue(rf"oförenliga?t? {gap(1)}med {gap(5)}{COMPETENCE}", -1, _S),
    _cue(rf"oförenliga?t? {gap(1)}med {gap(4)}{LAW}", -1, _L),
    _cue(rf"(?:inom|innanför) (?:{_LIES} )?{gap(2)}{COMPETENCE}", 1, _S),
    _cue(rf"(?:utanför|utöver|utom|vid sidan av|bortom) (?:{_LIES} )?{gap(2)}{COMPETENCE}", -1, _S),
    _cue(rf"(?:ingår?|inryms|ryms|inrymmas|innefattas) {gap(5)}i {gap(2)}{COMPETENCE}", 1, _S),
    _cue(rf"(?:omfattas|omfattat|täcks|täckas|bärs) {gap(4)}av {gap(2)}{COMPETENCE}", 1, _S),
    _cue(rf"(?:hör|höra|hänföras?|hänföra|räknas|är en del av) {gap(3)}(?:till|under|av) {gap(2)}{COMPETENCE}", 1, _S),
    _cue(rf"(?:faller|falla|inordnas) {gap(3)}(?:under|in i) {gap(2)}{COMPETENCE}", 1, _S),
    _cue(rf"(?:överskrid(?:er|a|s|as)|spränger|går utanför|går utöver) {gap(3)}{COMPETENCE}", -1, _S),
    _cue(rf"(?:strida?(?:er)?|bryter|bryta|i strid|stå i strid|står i strid) {gap(7)}(?:mot|med) {gap(5)}{COMPETENCE}", -1, _S),
    _cue(rf"(?:stöd|grund) i {gap(2)}{COMPETENCE}", 1, _S, Scope.AROUND),
    _cue(r"kompetens(?:över|strid)\w*", -1, _S),
    _cue(r"kompetensenlig\w*", 1, _S),
    _cue(rf"strid(?:er|a|ande)? {gap(6)}mot {gap(4)}{LAW}", -1, _L),
    _cue(rf"(?:stå |står )?i {gap(1)}strid (?:med|mot) {gap(4)}{LAW}", -1, _L),
    _cue(rf"(?:bryter|bryta|brott) {gap(5)}mot {gap(4)}{LAW}", -1, _L),
    _cue(rf"{LAW} {gap(6)}(?:medger|medge|tillåter|tillåta|möjliggör)", 1, _L, Scope.AFTER),
    _cue(rf"(?:medger|tillåter) {gap(3)}{LAW}", 1, _L, Scope.AFTER),
    _cue(rf"(?:ger|lämnar|finns|saknas?|har) {gap(6)}(?:stöd|utrymme|möjlighet|rätt|grund) {gap(6)}(?:i|enligt|med stöd av) {gap(3)}{LAW}", 1, _L, Scope.AROUND),
    _cue(rf"(?:stöd|grund) i {gap(2)}{LAW}", 1, _L, Scope.AROUND),
    _cue(r"(?:lagstöd|(?:lagligt|laga|rättsligt|legalt|författningsenligt) stöd|(?:laglig|rättslig|legal) (?:grund|möjlighet|rätt)|lagligt utrymme|rättsligt utrymme|lagliga möjligheter|rättsliga möjligheter|lagliga förutsättningar|rättsliga förutsättningar)", 1, _L, Scope.AROUND),
    _cue(rf"{LAW} {gap(7)}(?:hindrar|utesluter|förbjuder|spärrar)", -1, _L, Scope.AFTER),
    _cue(rf"(?:hindrar|hindras|hinder|utesluter) {gap(4)}(?:i|enligt|av|mot) {gap(3)}{LAW}", -1, _L, Scope.AROUND),
    _cue(rf"(?:rättsligt|rättsliga|juridiskt|juridiska|lagligt|lagliga|formellt|formella|kommunalrättsligt|kommunalrättsliga|legala|legalt) hinder", -1, _L, Scope.AROUND),
    _cue(r"omfattas av (?:undantag\w* i lagrum|befogenhet\w*)", 1, _L),
    # A matter for the kommun.
    _cue(rf"(?:tillåten|laglig|lagenlig|godtagbar|legitim|naturlig) kommunal {_TASK}", 1, _S),
    _cue(rf"kommunal(?:a|t)? (?:angelägenhet(?:er)?)", 1, _L),
    _cue(rf"(?:uppgift|angelägenhet|fråga) (?:för|som ankommer på) (?:en )?(?:kommun|kommunen|staden|kommunerna)\b", 1, _W),
    _cue(r"kommunal(?:a)? (?:uppgift(?:er)?|kärnuppgift)", 1, _W),
    # What the kommun may do.
    _cue(rf"{BODY} {gap(5)}(?:har|hade|ha|äger|saknar|sakna|tillkommer|givits|fått|ges) {gap(6)}(?:befogenhet(?:er)?|behörighet|laglig rätt|rätt|laglig möjlighet)(?: att\b|\b)", 1, _L, Scope.AROUND),
    _cue(rf"(?:har|äger|saknar) {gap(2)}{BODY} {gap(6)}(?:befogenhet(?:er)?|behörighet|laglig rätt|rätt)(?: att\b|\b)", 1, _L, Scope.AROUND),
    _cue(rf"(?:ger|gett|givit|tillerkänner|berättigar) {gap(2)}{BODY} {gap(3)}(?:befogenhet(?:er)?|rätt|möjlighet)(?: att\b|\b)", 1, _L, Scope.AROUND),
    _cue(rf"(?:befogenhet(?:er)?|behörighet|rätt|stöd|utrymme) {gap(8)}saknas", 1, _L, Scope.AROUND),
    _cue(r"oförhindra(?:d|de|t)", 1, _L),
    _cue(r"(?<!o)förhindra(?:d|de|t) att", -1, _L),
    _cue(rf"{BODY} {gap(5)}(?:får|fick|äger) {gap(7)}{_INFINITIVE}\b", 1, _W, Scope.AFTER),
    _cue(rf"(?:får|fick|äger) {gap(2)}{BODY} {gap(7)}{_INFINITIVE}\b", 1, _W, Scope.AFTER),
    _cue(rf"får {gap(5)}(?:inte|ej|icke|endast|bara) {gap(4)}{_INFINITIVE}\b", 1, _W, Scope.AFTER),
    _cue(rf"kan {gap(6)}{LEGALLY}", 1, _L, Scope.AFTER),
    _cue(rf"{LEGALLY} {gap(3)}(?:kan|får|möjlig|möjligt|hållbar|hållbart|godtagbart?|oantastligt|invändningsfri\w*)\b", 1, _L),
    # What is lawful.
    _cue(r"(?:tillåt(?:et|en|na|ligt?)|tillåts)\b", 1, _L),
    _cue(r"(?:otillåt(?:et|en|na)|förbjud(?:et|en|na))\b", -1, _L),
    _cue(r"(?:laglig(?:t|a|en)?|lagenlig(?:t|a)?|legal(?:t|a)?|rättsenlig(?:t|a)?)\b", 1, _L),
    _cue(r"(?:olaglig(?:t|a|en)?|lagstridig(?:t|a)?|rättsstridig(?:t|a)?|författningsstridig\w*|olagligt)\b", -1, _L),
    _cue(r"(?:godtagbar(?:t|a)?|i sin ordning|möjligt|möjlig)\b", 1, _W),
    _cue(r"(?:omöjligt|uteslutet)\b", -1, _W),
    _cue(r"(?:hinder|hindrar|utesluter|förbjuder|förbud)\b", -1, _W, Scope.AROUND),
    _cue(r"utrymme för\b", 1, _W, Scope.AROUND),
    _cue(r"fritt att\b", 1, _W),
)
"""All of them; of equal strength the earlier in the list outranks."""
