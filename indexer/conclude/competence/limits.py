"""Limits on *how* a kommun does a thing, not on *whether* it may: likställighet (2 kap. 3 §
kommunallagen), what a fee may cost (2 kap. 5-6 §§), how personal data are kept."""

import re
from collections.abc import Sequence

from indexer.conclude.competence.verdicts import Reading
from remissarkiv.domain import Verdict

_EQUAL_KEYS = frozenset(("2017:725#K2P3", "1991:900#K2P2"))
_PRIVACY_ACTS = ("1998:204", "2018:218", "ext/celex/32016R0679", "2009:400")
"""Personuppgiftslagen, dataskyddslagen and the regulation, offentlighets- och sekretesslagen."""
_EQUAL = re.compile(
    r"likställighet|likabehandl|behandlas? (?:\w{1,20} ){0,3}lika\b|lika behandling|sakligt? (?:skäl|grund)"
    r"|sakliga skäl"
)
_COST = re.compile(r"självkostnad|särskilda villkor")
_WHETHER = re.compile(
    r"kompeten|befogen|tillåt|laglig|lagenlig|lagstöd|stöd i|allmänt intresse|angelägenhet|rätt att\b"
    r"|\b(?:är|vore) (?:[^\s,;]{1,20} ){0,2}?(?:förslaget|motionen)\b"
    r"|\b(?:förslaget|motionen) (?:är|vore|strider)\b"
)
_PERMITS = re.compile(r"\b(?:får|kan)\b")
_DOUBTS_HARMONY = re.compile(
    r"\b(?:ifrågasätt|oklar|tveksam|osäker)[a-zåäö]{0,6} (?:[^\s;]{1,40} ){0,24}?(?:förenlig|konflikt)"
)
_BESIDE = 45
_KOMMUNALLAG = ("2017:725", "1991:900", "1977:179")
_HOW_KEYS = frozenset(
    (
        *(f"2017:725#K2P{number}" for number in (3, 4, 6)),
        *(f"1991:900#{place}" for place in ("K2P2", "K2P3", "K8P3b", "K8P3c")),
    )
)
"""Likställighet, retroaktivitet and självkostnad, in the acts of 2017 and 1991."""
_HOW = re.compile(
    r"likställighet|likabehandl|självkostnad|retroaktiv|tillbakaverkande|behandlas? (?:\w{1,20} ){0,3}lika\b"
)
_MORE = re.compile(
    r"kompeten|befogen|allmänt intresse|allmänintress|angelägenhet|understöd|näringsidkare|företag"
    r"|lokalisering"
    r"|anknytning|statsstöd|rätt att\b|lagstöd|grundlag|regeringsform"
)


def limits_only_how(low: str, reading: Reading, keys: Sequence[str]) -> bool:
    """Whether a verdict says no more than that such a limit stands in no way: "åldersgränsen strider inte mot
    likställighetsprincipen", "avgiften får tas ut men inte överstiga självkostnaden".

    `low` is the sentence in lower case, `keys` the law it cites. That the proposal breaks such a limit is
    told of how, too: "en lägre taxa för norra kommundelen strider mot likställighetsprincipen".
    """
    part = low[reading.part.start : reading.part.end]
    if reading.verdict is Verdict.OUTSIDE:
        provisions = [key for key in keys if "#" in key]
        of_kommunallag = all(key.startswith(_KOMMUNALLAG) for key in keys)
        told = (
            _HOW_KEYS.issuperset(provisions)
            if provisions
            else of_kommunallag and _HOW.search(part) is not None
        )
        return _is_of_privacy(keys) or (told and _MORE.search(part) is None)
    if _WHETHER.search(part):
        return False
    start, end = reading.cue
    beside = low[max(reading.part.start, start - _BESIDE) : min(reading.part.end, end + _BESIDE)]
    equal = _EQUAL_KEYS.issuperset(keys) if keys else _EQUAL.search(beside) is not None
    if reading.verdict is Verdict.WITHIN:
        return (
            _is_of_privacy(keys)
            or equal
            or (_COST.search(part) is not None and _PERMITS.search(part) is not None)
        )
    return reading.verdict is Verdict.OPEN and equal and _DOUBTS_HARMONY.search(part) is not None


def _is_of_privacy(keys: Sequence[str]) -> bool:
    return bool(keys) and all(key.startswith(_PRIVACY_ACTS) for key in keys)
