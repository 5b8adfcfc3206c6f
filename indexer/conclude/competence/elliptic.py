"""Verdicts that lean on one just given: "detsamma gäller borgen", "ett förbud för tätorten gör det"."""

import re

from indexer.conclude.competence.clauses import Part
from indexer.conclude.competence.terms import BODY
from indexer.conclude.competence.verdicts import Reading
from remissarkiv.domain import Verdict

_STANDS_FOR = re.compile(
    r"\b(?:(?:inte|ej|icke) (?:gör|är) det|(?:gör|är) (?:den )?(?:det|så)(?: [^\s,;]{1,20}){0,3}? (?:inte|ej)"
    r"|(?:är|gör) [^,;]{1,80} (?:det|så) (?:inte|ej)"
    r"|(?:gör|är|vore|blir) (?:det )?(?:inte|ej) det\b|vore det (?:inte|ej)|(?:gör|är) (?:det|så)\b"
    r"|så är fallet)"
)
_TURNED = re.compile(
    r"\b(?:är|blir) (?:utgången|svaret|bedömningen|slutsatsen|saken) (?:den |det )?(?:motsatta?"
    r"|omvänd[at]?)\b"
    r"|\b(?:utgången|svaret|bedömningen) (?:är|blir) (?:den |det )?(?:motsatta?|omvänd[at]?)\b"
)
"""What was said of the one is the other way round for this: "för föreningen är utgången den motsatta"."""
_PARTLY = re.compile(r"\b(?:delvis|till viss del|till en del)\b")
_DENIED = re.compile(r"\b(?:inte|ej|icke)\b")
_OPPOSITE = re.compile(
    r"^(?:däremot|men|å andra sidan|tvärtom|det)\b|[^;]{0,200}\b(?:är|gör) (?:den |det )?(?:det"
    r"|så) (?:dock |däremot )?(?:inte|ej)\.?$"
)
_SAME = re.compile(
    r"^(?:och )?(?:detsamma|samma sak|motsvarande|det nu sagda|det sagda|det anförda|vad som nu sagts"
    r"|likaså|samma bedömning|samma slutsats|samma resonemang|motsvarande bedömning|på samma sätt"
    r"|lika litet)\b"
    r" (?:[^\s,;]{1,30} ){0,3}?(?:gäller|görs|gör|blir|måste gälla|får anses gälla|har|bör gälla|förhåller)\b"
)

_NOT_OTHERWISE = re.compile(
    r"\b(?:inte|ej|icke|näppeligen|knappast|svårligen) (?:[^\s,;]{1,20} ){0,2}?(?:bedömas|ses|betraktas) "
    r"(?:på (?:ett )?annat sätt|annorlunda)\b"
)
_MAY_INSTEAD = re.compile(
    rf"däremot (?:kan|får) {BODY} (?!tillstyrka|ställa|se |stödja|överväga)|{BODY} (?:kan"
    rf"|får) däremot (?!tillstyrka|ställa|se |stödja|överväga)"
)
"""What is open instead of what was ruled out: "Däremot kan kommunen inrätta servicelinjer"."""

_BUT_WELL = re.compile(r",? ?men (?:däremot )?väl\b")
""" "…, men väl hyra ut den på vanliga villkor"."""
_WITHIN_IT = re.compile(r"\b(?:ryms|håller sig|ligger|faller) (?:väl |klart )?inom (?:det|den|dem|dessa)\.?$")
_BUT_MAY = re.compile(
    rf"[,;]? ?men (?:att )?(?:{BODY} )?(?:kan|får|har rätt att) (?:däremot |dock |väl )?"
    r"(?!inte\b|ej\b|tillstyrka|ställa|se |stödja|överväga|bara)"
)
_ADOPTS = re.compile(
    r"(?:har|gör|redovisar) ingen annan (?:mening|uppfattning|bedömning|åsikt)\b|"
    r"(?<!inte )\b(?:delar|instämmer i|instämmer med|ansluter sig till|gör samma|biträder) (?!inte\b"
    r"|ej\b)(?:[^\s,;]{1,40} ){0,3}?(?:rättsliga )?(?:bedömning\w*|uppfattning\w*|slutsats\w*)(?! att"
    r"| om att)"
)
_REFUSES = re.compile(
    r"kommer (?:[^\s,;]{1,20} ){0,3}till (?:en |den )?(?:rakt )?motsatta? (?:slut|slutsats|resultat"
    r"|uppfattning|bedömning)\b"
)
_NOT_THIS = re.compile(
    r",? [^,;]{3,80} (?:däremot|dock) (?:inte|ej|icke)[.;,]?|,? (?:men|däremot|dock) (?:att )?(?:inte"
    r"|ej) (?:heller )?"
    r"(?![a-zåäö]{2,20}(?:er|ar)\b|med|att motionen|i den|till|på|alltid|utan|minst)[^;]{3,240}"
)


def elliptic(low: str, part: Part, before: Reading) -> Reading | None:
    """ "…, medan ett förbud för tätorten gör det": what was denied of the one is affirmed of the other."""
    if before.verdict is Verdict.OUTSIDE and (found := _BUT_WELL.match(low, part.start, part.end)):
        return Reading(Verdict.WITHIN, before.certain, found.span(), part)
    if before.verdict is Verdict.OUTSIDE and (found := _BUT_MAY.match(low, part.start, part.end)):
        return Reading(Verdict.WITHIN, before.certain, found.span(), part)
    if before.verdict is Verdict.OUTSIDE and (found := _WITHIN_IT.search(low, part.start, part.end)):
        return Reading(Verdict.WITHIN, before.certain, found.span(), part)
    if before.verdict is Verdict.WITHIN and (found := _NOT_THIS.fullmatch(low, part.start, part.end)):
        return Reading(Verdict.OUTSIDE, before.certain, found.span(), part)
    found = _STANDS_FOR.search(low, part.start, part.end)
    if not found or before.verdict not in (Verdict.WITHIN, Verdict.OUTSIDE):
        return None
    if _PARTLY.search(low, part.start, part.end):
        return Reading(Verdict.PARTLY, before.certain, found.span(), part)
    verdict = Verdict.OUTSIDE if _DENIED.search(found[0]) else Verdict.WITHIN
    return Reading(verdict, before.certain, found.span(), part) if verdict is not before.verdict else None


def continued(low: str, before: Reading) -> Reading | None:
    """The verdict of a sentence that only points back to the one before it."""
    whole = Part(0, len(low), ())
    if found := _SAME.match(low) or _NOT_OTHERWISE.search(low):
        return Reading(before.verdict, before.certain, found.span(), whole)
    opposite = {Verdict.WITHIN: Verdict.OUTSIDE, Verdict.OUTSIDE: Verdict.WITHIN}.get(before.verdict)
    if opposite and (found := _TURNED.search(low)):
        return Reading(opposite, before.certain, found.span(), whole)
    if (found := _MAY_INSTEAD.match(low)) and before.verdict is Verdict.OUTSIDE and not _DENIED.search(low):
        return Reading(Verdict.WITHIN, before.certain, found.span(), whole)
    return elliptic(low, whole, before) if _OPPOSITE.match(low) else None


def adopted(low: str, heard: Reading) -> Reading | None:
    """The verdict of another that the author makes its own, or the opposite where it refuses it: "nämnden
    delar kontorets bedömning", "kommer till motsatt slut"."""
    if found := _ADOPTS.search(low):
        return Reading(heard.verdict, heard.certain, found.span(), Part(0, len(low), ()))
    opposite = {Verdict.WITHIN: Verdict.OUTSIDE, Verdict.OUTSIDE: Verdict.WITHIN}.get(heard.verdict)
    if opposite and (found := _REFUSES.search(low)):
        return Reading(opposite, heard.certain, found.span(), Part(0, len(low), ()))
    return None
