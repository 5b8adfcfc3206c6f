"""Does somebody outside the kommun say it, in a text that is not its own?"""

import re

from indexer.conclude.competence.claims import speaks_up
from indexer.conclude.voices.mentions import mentions_in
from remissarkiv.domain import Actor, ActorKind, Document

_OF_THE_KOMMUN = ("funktionen", "enheten", "avdelningen", "staben", "kansliet", "kontoret", "förvaltningen")
"""Ends of names of offices that may be taken for outsiders: "upphandlingsfunktionen"."""

OUTSIDERS = frozenset((ActorKind.EXTERN, ActorKind.BOLAG))
_ANSWERING = frozenset((ActorKind.EXTERN, ActorKind.BOLAG, ActorKind.NAMND, ActorKind.RAD))
_BARE_COMPANIES = frozenset(("bolaget", "bostadsbolaget"))
_FIRST = 4
_TOP = 60
"""Characters in which a document names whose it is."""
_LABEL = re.compile(r"(?: [^:.]{1,40})?: ")
_COUNCILLOR = re.compile(
    r"[A-ZÅÄÖ][\w-]+ (?:[A-ZÅÄÖ][\w-]+ ){1,2}\([A-Za-zÅÄÖåäö]{1,3}\) (?:[^\s,;]{1,20} ){0,2}?(?:anför|menar"
    r"|anser|hävdar"
    r"|framhåller|påpekar|säger|skriver|tycker)\b"
)
_HOLDS = re.compile(
    r"(?: [^\s,;]{1,20}){0,6}?(?:,? som [^,]{3,70},)? (?:har (?:[^\s,;]{1,20} ){0,3})?(?:anser|menar|hävdar"
    r"|framhåller"
    r"|anför|skriver|påstår|påpekar|tycker|bedömer|invänder|bestritt|bestrider|ansett|hävdat|anfört"
    r"|framhållit"
    r"|uppger|uppgett|påstått|ifrågasatt|ifrågasätter|menat|påpekat|skrivit)\b"
)
"""After the name of who holds it: " har i sitt yttrande hävdat"."""


def is_told_by_outsider(text: str, low: str, document: Document, title: str) -> bool:
    """Whether somebody outside the kommun says it in so many words ("Lärarförbundet anser att") in a
    document that is not its own: no more than what is said to the author."""
    if _COUNCILLOR.match(text):
        return True
    for mention in mentions_in(text):
        before, is_first = text[: mention.start], mention.start <= _FIRST
        if is_first and _LABEL.match(text, mention.end) and mention.actor.kind in _ANSWERING:
            return mention.actor.name.lower() not in document.namnd.lower()
        told = is_first and _HOLDS.match(text, mention.end) is not None
        told = told or before.lower().endswith("enligt ")
        if told and not mention.is_genitive and mention.actor.kind in OUTSIDERS:
            return not is_of_document(mention.actor, document, title) and not speaks_up(low)
    return False


def is_of_document(actor: Actor, document: Document, title: str) -> bool:
    """Whether the document names an actor where it tells whose it is, or the actor is an office."""
    name = actor.name.lower()
    if name.endswith(_OF_THE_KOMMUN) or (actor.kind is ActorKind.BOLAG and name in _BARE_COMPANIES):
        return True
    return name in title or (actor.kind is ActorKind.BOLAG and name in document.text[:_TOP].lower())
