"""Who speaks in a sentence by its own words: "Socialnämnden anför att …", "Enligt polisen …"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from indexer.conclude.voices.mentions import Mention

# Verbs that say what somebody holds, whatever follows.
_PRESENT = (
    "anser|bedömer|menar|anför|framhåller|konstaterar|finner|påpekar|understryker|betonar|föreslår|tycker|"
    "tillstyrker|avstyrker|avstår|delar|instämmer|noterar|välkomnar|motsätter|avråder|förordar|hemställer|"
    "rekommenderar|säger|skriver|uppger|uppfattar|tolkar|hänvisar|erinrar|biträder|stödjer|stöder|meddelar|"
    "återkommer|yttrar|överlåter|ifrågasätter|avvisar|vidhåller|beklagar|uppskattar|godtar|accepterar|läser|"
    "medger|befarar|tror|förutsätter|hävdar|redovisar|vidgår|avböjer|tillråder|svarar|besvarar|beslutar|"
    "förstår|hyser|önskar|framför"
)
# Verbs that do so only with what follows: "har inget att erinra", "är positiv", "kan inte tillstyrka".
_GENERAL = (
    "har|är|kan|ser|vill|gör|ställer|står|lämnar|pekar|lyfter|drar|saknar|får|måste|avger|tar|utgår|känner"
    "|bör|"
    "hade|ville"
)
_HELD = re.compile(
    r" (?:[a-zåäö]+ ){0,3}?(?:(?:något|inget|ingenting) (?:[a-zåäö]+ )?(?:att|emot|mot)|(?:någon|ingen"
    r"|inga|några) "
    r"(?:[a-zåäö]+ )?(?:erinr|invänd|synpunkt|uppfattning|hinder|möjlighet)\w*|erinra|invänd\w*"
    r"|tillstyrk\w*|avstyrk\w*|biträda|ställa|dela|"
    r"förorda|positiv\w*|negativ\w*|tveksam\w*|kritisk\w*|skeptisk\w*|välvillig\w*|för|emot|av den"
    r"|bedömningen|förståelse|"
    r"beretts|tagit del|behandlat|läst|fått|övervägt|granskat|anmodats|diskuterat|vidtalats|uppfattning\w*"
    r"|sig|upp|fram|på|slutsats\w*|synpunkt\w*|anföra|hinder|skäl|ställning\w*"
    r"|yttra\w*|prövat|"
    r"konstatera|bedöma|instämma|framhålla|respekt|till|ut från|hänvisa\w*|motsätta|avvisande|bifalla"
    r"|bifall|avslå|\w+styrkt)\b",
    re.IGNORECASE,
)
_PAST = (
    "ansåg|bedömde|menade|anförde|framhöll|konstaterade|fann|påpekade|föreslog|tillstyrkte|avstyrkte|avstod|"
    "yttrade|uttalade|beslutade|beslöt|lämnade|svarade|förklarade|skrev|uttryckte|motsatte|avböjde"
)
_VERB = rf"(?:{_PRESENT}|{_GENERAL}|{_PAST})"
_AFTER = re.compile(
    rf"(?: i [A-ZÅÄÖ][\w-]+(?: kommun| stad)?)?(?: \([^()]{{1,40}}\))?(?:, (?:som|vilken|vilket|vars)"
    rf" [^,]{{1,120}},)?(?: (?:själv|för sin del"
    rf"|därför|dock|"
    rf"också|även|vidare|således|emellertid|däremot|inte|heller|dessutom|alltså|nu|endast|i|sin|sitt"
    rf"|\w+ling)){{0,4}}"
    rf" (?P<verb>{_VERB})\b(?P<rest>.{{0,60}})",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"\b(?P<verb>{_VERB})(?: (?:dock|därför|också|även|alltså|således|emellertid|sig|ändå|vidare|därmed"
    rf"|däremot))? \Z",
    re.IGNORECASE,
)
_ACCORDING = re.compile(r"\b(?:enligt|hos) (?:(?:vad|den|det) )?\Z", re.IGNORECASE)
_OPINION = re.compile(
    r" (?:[a-zåäö]+ ){0,2}?(?:bedömning|mening|uppfattning|åsikt|synpunkter|förmenande|ståndpunkt|förslag"
    r"|utredning"
    r"|synsätt|yttrande|remissvar|svar|slutsats)\b"
)
_TOLD = re.compile(
    r"(?:har|hade)\b.{0,45}?\b(?:anfört|påpekat|uttalat|konstaterat|bedömt|framhållit|yttrat|svarat|meddelat|"
    r"förklarat|ansett|funnit|föreslagit|tillstyrkt|avstyrkt|förordat|beslutat|avböjt|avstått|gjort|lämnat"
    r"|uppgett|"
    r"skrivit|sagt|hävdat|ställt|framfört|redovisat|motsatt|godkänt|antagit|avgett|avgivit)\b",
    re.IGNORECASE,
)
_FINITE_PAST = re.compile(rf"(?:{_PAST})\Z", re.IGNORECASE)
_IS_GENERAL = re.compile(rf"(?:{_GENERAL})\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Speech:
    """Who speaks in a sentence, and whether it is told as past ("nämnden har anfört")."""

    mention: Mention
    is_told: bool


def speech_in(text: str, mentions: Sequence[Mention]) -> Speech | None:
    """The first of the actors who says something in the sentence, None where none does."""
    for mention in mentions:
        before = text[max(0, mention.start - 40) : mention.start]
        if mention.is_genitive:
            according = _ACCORDING.search(before) or mention.start < 4 or _BEFORE_MEANING.search(before)
            if according and _OPINION.match(text, mention.end):
                return Speech(mention, is_told=False)
            continue
        if _ACCORDING.search(before):
            return Speech(mention, is_told=False)
        word = _word_before(text, mention.start)
        if word in _OBLIQUE or word in _OPENS_CLAUSE:
            continue
        if after := _AFTER.match(text, mention.end):
            verb, rest = after["verb"], after["rest"]
        elif (inverted := _BEFORE.search(before)) and not text.startswith(" som ", mention.end):
            verb, rest = inverted["verb"], text[mention.end : mention.end + 60]
        else:
            continue
        is_told = bool(_TOLD.match(verb + rest) or _FINITE_PAST.match(verb))
        if is_told or not _IS_GENERAL.match(verb) or _HELD.match(rest):
            return Speech(mention, is_told)
    return None


_BEFORE_MEANING = re.compile(r"\b(?:är|ligger|inom) (?:det )?\Z|(?:det är|är det) \Z", re.IGNORECASE)

# "i nämnden", "till kommunstyrelsen": who is only spoken of.
_OBLIQUE = frozenset(
    "till från av i på för hos med mot om inom genom mellan vid efter via åt under utan föreslår föreslå "
    "länge "
    "innan sedan där än bortsett vad".split()
)
# Behind these it may be a subject, but of a clause that does not tell who speaks in the whole.
_OPENS_CLAUSE = frozenset("och samt eller att när eftersom då som".split())


def is_oblique(text: str, mention: Mention) -> bool:
    """Whether a mention is no subject: "till nämnden", "av polisen"; behind "och" or "att" it may be one."""
    # "Vi i hembygdsföreningen" is a subject.
    is_we = text.startswith(("Vi i ", "Vi på ")) and mention.start <= len("Vi på ")
    return _word_before(text, mention.start) in _OBLIQUE and not is_we


def _word_before(text: str, place: int) -> str:
    """The word right before a place, in lower case."""
    words = text[max(0, place - 16) : place].lower().rsplit(maxsplit=1)
    return words[-1] if words and text[place - 1 : place] == " " else ""
