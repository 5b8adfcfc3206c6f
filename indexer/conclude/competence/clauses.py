"""A sentence in the parts that may conclude different things, and the reasons given within them.

"Mätningen är förenlig med kommunallagen, medan bidraget saknar lagstöd eftersom …": two parts, the second
with a reason.
"""

import re
from dataclasses import dataclass

_CONTRAST = re.compile(
    r"(?:, | – | - |;? )(?:men(?! inte i | (?:inte|ingen|ej) (?:någon )?(?:skyldig|plikt))|medan)\b|; |(?:, |"
    r" – )(?:dock inte|däremot|under det att"
    r"|samtidigt som|varemot)\b"
    r"| och (?=att [^,;]{1,120}? (?:inte är|är|inte gör) det\b)"
    r"|,? (?:och )?(?=att det (?:första|andra|tredje|fjärde)\b)"
    r"|, (?=[^,;]{3,80} (?:däremot|dock) (?:inte|ej|icke)[.;]?$)"
    r"|, (?=och (?:att )?(?:[^\s,;]{1,40} ){0,6}?(?:är|får|kan|saknar|strider|ligger|vore) )"
)
_REASON = re.compile(
    r"\b(?:eftersom|därför att|emedan|enär|i och med att|med hänsyn till att|på grund av att"
    r"|mot bakgrund av att"
    r"|med anledning av att|av det skälet att)\b"
    r"| då (?=(?:befogenhet|lagstöd|stöd i|bemyndigande|behörighet|rådighet|laglig|rättslig|lagen|lagrum"
    r"|någon|något|några|inga|ingen"
    r"|sådan)[a-zåäö]* )| då (?=(?:den|det|de|förslaget|motionen|åtgärden|kommunen) )|, (?:då|i det att|när) "
    r"|, (?:vilket|vilka) (?=enligt"
    r"|följer|framgår)"
)
_MAIN = re.compile(
    r" (?:får|kan|är|saknar|har|bör|ligger|faller|strider|ryms|står|medger|tillåter|ger) (?:vi|lagen"
    r"|lagrum|regelverket|kommunen|staden|nämnden|det"
    r"|den|förslaget"
    r"|motionen)\b"
)
"""Where the main clause begins after a reason without a comma: "Eftersom lag saknas får vi inte …"."""
_CONCLUSION = re.compile(r",? (?:varför|så att|vilket (?:innebär|medför|betyder)(?: alltså)? att)\b")


_LEAD = len(", och ")
"""Before a reason that begins a part: ", och då skäl saknas kan …"."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a sentence, `start` to `end`; `reasons` are the stretches within it that give reasons."""

    start: int
    end: int
    reasons: tuple[tuple[int, int], ...]

    def is_reason(self, place: int) -> bool:
        """Whether what stands there only supports what the part says."""
        return any(start <= place < end for start, end in self.reasons)


def parts(low: str) -> list[Part]:
    """The parts of a sentence in lower case, in order."""
    starts = [0]
    for found in _CONTRAST.finditer(low):
        if found.start() > starts[-1]:
            starts.append(found.start())
    ends = [*starts[1:], len(low)]
    return [Part(start, end, _reasons(low, start, end)) for start, end in zip(starts, ends, strict=True)]


def _reasons(low: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    found = []
    for reason in _REASON.finditer(low, start, end):
        stop = end
        if reason.start() <= start + _LEAD and (comma := low.find(",", reason.end(), end)) > 0:
            stop = comma
        elif reason.start() <= start + _LEAD and (main := _MAIN.search(low, reason.end(), end)):
            stop = main.start()
        elif conclusion := _CONCLUSION.search(low, reason.end(), end):
            stop = conclusion.start()
        found.append((reason.start(), stop))
    return tuple(found)
