"""Is a verdict sure? Only by evidence that proved precise in texts on which no rule had been made.

Two things must speak for a verdict that was read. Its words, and how its sentence is built, are worth
`points`. And the sentence as a whole must look like a conclusion, and like one of that sort, to weights that
were learned from labelled sentences (`learned/`): `suffices` puts the two together. What says
that the words may be somebody else's, of another time or of other law (`is_spoiled`) leaves a verdict unsure,
whatever else stands there, as does a reading that may only lead to a conclusion or doubt one. So does an
author who is not sure himself, which `hedges` tells.

The figures beside the patterns tell how each was measured: the rules as they were before a file of
`tests/cases/conclusions` was tuned on read that file (twelve files, 1 372 verdicts, .76 of them right), and
of the verdicts with a sign this share was right: ".96 of 109". How the two are put together was chosen on
two files that neither the rules nor the weights had seen (`dev_welfare`, `dev_technical`): points alone were
right in .82 there, both together in some .9. `benchmarks/README.md` tells what came out on texts that were
never read.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from indexer.conclude.competence.learned import Judgement
from indexer.conclude.competence.verdicts import Reading
from indexer.conclude.interface import Statement
from remissarkiv.domain import ActorKind, Assessment, Span, Verdict

NEEDED = 5
"""So many points make a verdict sure, those of its words together with those of its sentence."""

_OF_SENTENCE = 2
"""Points for each unit of the judgement (logarithm of odds) that the sentence concludes."""

_AGAINST = -2.0
"""How far the sentence as a whole may speak for the opposite. The weights of single words know less of how
words deny each other than the rules do: to them "… inte är förenligt med den kommunala kompetensen att …" is
rather a yes."""

REACH = 2
"""So many sentences before it are asked which law is spoken of."""


@dataclass(frozen=True, slots=True)
class Said:
    """A verdict in its sentence `low`: where the words stand that give it, the sentences right before it, all
    in lower case; whether law is spoken of near, which provisions it cites, and what the speaker is."""

    verdict: Verdict
    low: str
    cue: tuple[int, int]
    before: Sequence[str]
    near_law: bool
    cited: Sequence[str]
    speaker: ActorKind


_OWNER = (
    r"(?:[a-zåäöé-]{0,30}(?:kontoret|förvaltningen|nämnden|kansliet|staben|enheten|avdelningen|styrelsen"
    r"|juristen|chefen|direktören|utskottet|sekreteraren|direktionen|funktionen)|vi|jag|undertecknad)"
)
_HOLDS = (
    r"(?:bedömer|anser|finner|konstaterar|menar|drar slutsatsen|landar i|kommer till|har kommit fram till"
    r"|har funnit|hävdar|gör bedömningen|är av (?:den )?(?:uppfattningen|meningen)|delar|instämmer"
    r"|kan inte (?:se|finna)|ser (?:inte|inget|inga|därför)|har klart för sig)"
)
_IS_HELD = re.compile(
    rf"\b{_OWNER} (?:[^\s,;]{{1,20}} ){{0,4}}?{_HOLDS}\b|\b{_HOLDS} (?:[^\s,;]{{1,20}} )?{_OWNER}\b"
)
_IS_A_VIEW = re.compile(
    r"\b(?:enligt|i) (?:vår|vårt|min|mitt|[a-zåäöé-]{2,40}s) (?:[a-zåäö]{3,20} )?"
    r"(?:mening|uppfattning|bedömning|tolkning|synsätt)\b"
    r"|(?:bedömning|uppfattning|mening|slutsats)(?:en)? (?:är|blir)\b"
)

_BREAKS = r"strid|bryt|förenlig|förena|kränk|åsidos|överträd"
_WORDS = (
    # .96 of 109: the competence itself, its bounds, what a kommun may
    (3, r"kompetens|befogenhet|behörig|(?:utanför|inom|för|av) vad|vad (?:en )?kommun|det (?:en )?kommun"
        r"|som kommuner? (?:får|kan|har)|verksamhetsområdet|uppdraget"),
    # .92 of 24
    (2, r"kommunal\w* (?:angelägenhet|uppgift|fråga|kärnuppgift)|angelägenhet (?:för|av)|kommunala uppgift"),
    # .92 of 85
    (3, r"hinder|hindra|förhindrad|uteslut|erinra|invändning|problem"),
    # .84 of 76
    (2, r"stöd|grund\b|utrymme"),
    # .86 of 86
    (3, r"laglig|lagenlig|lagstridig|lagstöd|rättslig|juridisk|legal"),
    # .84 of 130
    (2, r"tillåt|förbjud|lovlig|medge"),
    # .79 of 53: as often of other law
    (0, _BREAKS),
    # .85 of 66
    (0, r"\brätt\b|\brätten\b|lov\b|fritt\b|rår|råder|förfogar|berättigad|makt"),
    # .76 of 288: plans and rooms as well
    (0, r"\b(?:kan|får)\b"),
    # .20 of 5: a reason, no verdict
    (0, r"synnerliga|krav"),
    # .75 of 100: all others
    (2, r""),
)  # fmt: skip
"""What the words that give the verdict are worth; the first row that fits them counts."""

_FAMILIES = tuple((points, re.compile(words)) for points, words in _WORDS)

_OF_KOMMUN = re.compile(r"\b(?:kommun\w*|staden|fullmäktige|vi|stadens)\b")
_TOPIC = re.compile(
    r"kommunallag|kommunal\w* kompetens|kommunens kompetens|befogenhet|allmänt intresse|allmänintress"
    r"|kommunal angelägenhet|kompetensen|lokaliserings|kommunalrätt"
)
_GIVES_COMPETENCE = re.compile(
    r"(?:2017:725(?:#K2(?:P[1278])?)?|1991:900(?:#K2(?:P[178])?)?|1977:179#K1P4)(?:[SNM]\d+)*\Z|2009:47(?:#|\Z)"
)
"""Keys of the provisions that give and bound it, or of their act as a whole; not of likställighet, fees."""
_DRAWS = re.compile(
    r"\b(?:därför|således|alltså|därmed|följaktligen|sålunda|härav|sammantaget|sammanfattningsvis|varför"
    r"|slutsats\w*|mot (?:den|denna) bakgrund\w*)\b"
)
_OPPOSES = re.compile(r"\b(?:däremot|dock|emellertid|i stället|likväl|ändå|heller)\b")
_SUPPOSES = re.compile(r"\b(?:skulle|vore|bedöms)\b")
_LONG = 110
_BELOW = re.compile(
    r"\bsom (?:[^\s,;]{1,20} ){0,3}$|\b(?:om|huruvida|när|då|eftersom) (?:[^\s,;]{1,20} ){0,6}$"
)
_OUTSIDERS = frozenset((ActorKind.EXTERN, ActorKind.BOLAG, ActorKind.RAD))
_OTHERS = re.compile(
    r"\b(?:motionär\w*|förslagsställar\w*|länsstyrelse\w*|polis(?:en|myndighet\w*)|skr|skl|kammarrätt\w*"
    r"|förvaltningsrätt\w*|regeringsrätt\w*|domstol\w*|hfd|jo|lagrådet|regeringen|riksdagen|utredning(?:en)?"
    r"|remissinstans\w*|ledamot\w*|ledamöter\w*|klagande\w*|ombud\w*|[a-zåäö]{3,30}förening(?:en)?|förbund\w*"
    r"|[a-zåäö]{2,30}verket|[a-zåäö]{3,30}inspektionen|bolaget|entreprenör\w*|han|hon|honom|henne|de boende"
    r"|revisor\w*|granne\w*|grannar\w*|näringsliv\w*|företagar\w*|insändar\w*|skribent\w*|landsting\w*"
    r"|region(?:en)?|staten)\b|\([a-zåäö]{1,3}\)"
)


def points(said: Said) -> int:
    """How much speaks for the verdict."""
    low, (start, end) = said.low, said.cue
    cue = low[start:end]
    words = next(worth for worth, family in _FAMILIES if family.search(cue))
    cites = any(map(_GIVES_COMPETENCE.match, said.cited))
    own = _is_own_view(low, start)
    # Share of right verdicts with the sign and without it, of those that are not spoiled.
    signs = (
        (1 if words else 2, _OF_KOMMUN.search(cue)),  # .90 of 345, else .79
        (1, any(_TOPIC.search(one) for one in (low, *said.before[-REACH:]))),  # .88 of 219, else .81
        (1, cites),  # .89 of 72, else .82
        # "strider mot 2 kap. 8 § kommunallagen", the plainest there is, and so rare in the cases that the
        # sentence as a whole counts for little with it: .80 of 15.
        (6, cites and re.search(_BREAKS, cue)),
        (3, _DRAWS.search(low)),  # .95 of 180, else .80
        (2, own),  # .94 of 143, else .81
        (2, _OPPOSES.search(low)),  # .85 of 203, else .82
        (1, _SUPPOSES.search(low)),  # .91 of 76, else .82
        (1, len(low) >= _LONG),  # .90 of 411, else .78
        (1, said.near_law),  # .84 of 863, else .74
        (1, said.verdict is Verdict.OPEN),  # .87 of 85, else .82
        (2, said.verdict is Verdict.PARTLY),  # 1.00 of 11
        (-1, _BELOW.search(low[:start])),  # .76 of 122, else .84
        (-1, said.speaker in _OUTSIDERS),  # .75 of 68, else .83
        (-1, not own and _OTHERS.search(low)),  # .78 of 107, else .83
    )
    return words + sum(worth for worth, stands in signs if stands)


def _is_own_view(low: str, cue: int) -> bool:
    return _IS_HELD.search(low[: cue + 5]) is not None or _IS_A_VIEW.search(low) is not None


# .36 of 58: said by another, of another time, quoted, a point of a list
_REPORTED = re.compile(
    r"\b(?:uppger|skriver|hävdar|påstår|påpekar|framhåller|anför|uttalar|invänder|bestrider|bestritt|ansett"
    r"|menat|hävdat|påstått|anfört|framfört|uppgett|menade|ansåg|fann|tycker|undrar|frågar|frågas|påtalat"
    r"|går ut på|hans|hennes|deras|(?:satts|sätts) i fråga|framgår|sägs|heter|konstateras"
    r"|väckts|väckt|rådfrågat|upplyst|meddelat|uppgav"
    r"|enligt (?:honom|henne|dem|motion\w*))\b"
    r"|\b(?:hade|låg|stred|fick|kunde|var|bedömde|gav|utgjorde|beslutade|saknade)\b"
    r"|[\"”“»]|^[-–•*]"
)
# .21 of 29: "föreningen anser"
_HELD_BY_SOMEBODY = re.compile(
    r"\b[a-zåäö-]{3,30}(?:en|et|na|erna|aren|arna|ören|unden|ing|iv|olk|s) (?:[^\s,;]{1,20} ){0,3}?"
    r"(?:anser|menar|hävdar|framhåller|anför|skriver|påstår|påpekar|tycker|invänder)\b"
)
# .65 of 43: allowed only so, or a rule that somebody has set himself
_RESTRICTED = re.compile(
    r"\b(?:endast|bara|enbart|först|undantagsvis|i princip|i regel|normalt|i vissa fall)\b"
    r"|policy|riktlinj"
)
# .44 of 9 that were sure but for it: "får anses ligga utanför det tillåtna" read as a yes
_TURNS_A_YES = re.compile(r"\b(?:utanför|utöver|bortom|längre än|nej|varken|överskrid(?:er|a))\b")
# .52 of 131, in this sentence or the two before
_OTHER_LAW = re.compile(
    r"upphandling|\blou\b|likställ|självkostn|\btaxa\w*|retroaktiv|tillbakaverk|dataskydd|personuppgift|gdpr"
    r"|detaljplan|bygglov|dispens|strandskydd|plan- och bygg|\blov\b|reservat|grannlaga|offentlighet"
    r"|sekretess|allmänna handlingar|delegation|bolagsordning|ägardirektiv|reglement|diskriminer|hushållning"
)


def is_spoiled(said: Said) -> bool:
    """Whether the words may be another's, of another time, of a bound, of law that does not give or take
    competence, or mean the opposite."""
    low = said.low
    return (
        _REPORTED.search(low) is not None
        or (said.verdict is Verdict.WITHIN and _TURNS_A_YES.search(low) is not None)
        # "bara delvis förenligt" is the verdict itself.
        or (said.verdict is not Verdict.PARTLY and _RESTRICTED.search(low) is not None)
        or (_HELD_BY_SOMEBODY.search(low) is not None and _IS_HELD.search(low[: said.cue[0] + 5]) is None)
        or any(_OTHER_LAW.search(one) for one in (low, *said.before[-REACH:]))
    )


def suffices(worth: int, judged: Judgement, verdict: Verdict) -> bool:
    """Whether a verdict is sure whose words are `worth` so many points, none if they are spoiled, and whose
    sentence as a whole is `judged` so."""
    enough = worth + _OF_SENTENCE * judged.concludes >= NEEDED
    against = verdict is not Verdict.OPEN and judged.agreement(verdict) <= _AGAINST
    return worth > 0 and enough and not against


class Weighing:
    """The verdicts of one document, with what speaks for each."""

    def __init__(self) -> None:
        self._suffices: dict[tuple[Span, Verdict], bool] = {}

    def add(self, statement: Statement, reading: Reading, said: Said, judged: Judgement) -> None:
        """Weigh a reading of a sentence, which as a whole is `judged` so."""
        leads = reading.is_premise or reading.is_doubt
        worth = 0 if leads or is_spoiled(said) else points(said)
        self._suffices[statement.span, reading.verdict] = suffices(worth, judged, said.verdict)

    def settled(self, found: Sequence[Assessment]) -> list[Assessment]:
        """The same ones, each sure only where enough speaks for it and its author did not doubt it."""
        return [
            one if self._suffices[one.span, one.verdict] else replace(one, certain=False) for one in found
        ]
