"""The verbs of decisions in a sentence, each in its form, with what stands around it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from indexer.conclude.decided.words import ACT, FORMS, PHRASES, Mood, Verb

_FAR = 160
"""Characters on either side of a verb in which it is told what is done to what."""

_CONDITION = re.compile(
    r"(?:(?:\A|[,;:] |\b(?:och|att|men|bara) )(?:om|nar|ifall|darest|innan|sedan|eftersom|huruvida)|"
    r"\b(?:under forutsattning att|forutsatt att|for det fall(?: att)?)) [^,;:]{0,140}\Z"
)
_QUESTION = re.compile(
    r"(?:(?<!\bi )\bfraga[rn]?s?(?: \w+)? (?:om|huruvida)"
    r"|\b(?:prova[rst]?|avgor[as]?)(?: fragan)? (?:om|huruvida)|\bproposition(?:er)? (?:pa|om)"
    r"|\bstallning till (?:om|huruvida)|\brost(?:ar)? (?:pa|for|om))\b[^.]{0,80}\Z"
)
_MAY = re.compile(
    r"\b(?:kan|kunna|kunde|bor|borde|vill|ville|skulle|maste|behover|hade|onskar|valde)(?: \w+){0,3} \Z"
)
_OUGHT = re.compile(r"\b(?:bor|borde|kan|kunde|maste)\b(?: \w+){0,3} \Z")
_WITHOUT = re.compile(
    r"\b(?:avsta\w*|skal|anledning|mojlighet|behov|utan|berett?|villig) (?:\w+ ){0,2}att (?:\w+ )?\Z"
)
_DONE = re.compile(r"\b(?:ar|bli|blir|blev)\b[^,;:.]{0,60}\Z")
_NOT = re.compile(r"\b(?:inte|ej|icke|varken)\b(?: (?!och\b|samt\b|utan\b)\w{1,20}){0,3} ?\Z")
_NOT_BEHIND = re.compile(r" (?:\w+ )?(?:inte|ej|icke)\b(?! bara| endast)")
_SHAPES = {
    Verb.AVSLA: re.compile(r"\blamna(?P<form>r|s|ts|t|des|de)?\b"),
    Verb.UTAN_ATGARD: re.compile(r"\b(?:lamna|foranled)(?P<form>r|s|er|a|des|de|ts|t)?\b"),
    Verb.NOTERA: re.compile(r"\b(?:lagg|la|ta|anteckna)(?P<form>a|er|r|s|es|as|des|de)?\b"),
    Verb.REMITTERA: re.compile(
        r"\b(?:ut)?(?:sand|skicka|lamna|ga|ge)(?P<form>a|er|es|as|r|s|des|de|ts|t)?\b"
    ),
    Verb.BESVARAD: re.compile(r"\b(?:anse|forklara|betrakta|bli|ar|vara|ansag)(?P<form>r|s|de|des)?\b"),
}
"""The verb of a phrase in front of its other words: "lämnas … utan bifall"."""

_PRESENT = frozenset(("r", "er"))
_PASSIVE = frozenset(("s", "es", "as"))
_PAST = frozenset(("de", "des", "t", "ts"))


@dataclass(frozen=True, slots=True)
class Act:
    """A verb of a decision in a folded sentence: its form, its words and place, and what stands before and
    after it up to the next such verb on either side; `wide` and `ahead` are all that stands there, as far as
    it can matter."""

    verb: Verb
    mood: Mood
    words: str
    start: int
    end: int
    before: str
    after: str
    wide: str
    ahead: str

    @property
    def around(self) -> str:
        """What stands on both sides."""
        return f"{self.before} {self.after}"

    @property
    def is_wished(self) -> bool:
        """Whether it only ought to be done, or can: "motionen bör avslås"."""
        return self.mood is Mood.PASSIVE and _OUGHT.search(self.wide) is not None

    @property
    def is_negated(self) -> bool:
        """Whether it is said that it is not done: "inte bifalla motionen", "motionen bifalls inte"."""
        if self.mood is Mood.INFINITIVE:
            return _NOT.search(self.before) is not None
        return _NOT.search(self.before) is not None or _NOT_BEHIND.match(self.after) is not None


def acts_in(text: str) -> Iterator[Act]:
    """The verbs of decisions in a folded sentence, by place, but for those that only ask, wish or suppose.

    Time linear in the text: what is looked at around a verb is bounded.
    """
    places = _whole(list(ACT.finditer(text)))
    for n, place in enumerate(places):
        start, end = place.span()
        left = max(places[n - 1].end() if n else 0, start - _FAR)
        right = min(places[n + 1].start() if n + 1 < len(places) else len(text), end + _FAR)
        wide = text[max(0, start - _FAR) : start]
        verb, mood = _read(place, wide)
        if mood is None or _CONDITION.search(wide) or _QUESTION.search(wide):
            continue
        if mood is Mood.INFINITIVE and (_MAY.search(wide) or _WITHOUT.search(wide)):
            continue
        yield Act(
            verb, mood, place[0], start, end, text[left:start], text[end:right], wide, text[end : end + _FAR]
        )


def _whole(places: list[re.Match[str]]) -> list[re.Match[str]]:
    """The places without the first word of a phrase, as "lämnas" in "lämnas utan bifall"."""
    kept = []
    for n, place in enumerate(places):
        following = places[n + 1] if n + 1 < len(places) else None
        phrase = following[0] if following is not None and not following["word"] else ""
        if not (
            place[0].startswith(("lamna", "sand", "skicka")) and phrase.startswith(("utan", "pa remiss"))
        ):
            kept.append(place)
    return kept


def _read(place: re.Match[str], wide: str) -> tuple[Verb, Mood | None]:
    if place["word"]:
        verb, mood = FORMS[place["word"]]
        if verb is Verb.BESVARAD:
            return verb, _mood_before(verb, wide)
        if mood is Mood.DONE and verb is not Verb.ATERTAGEN:
            return verb, Mood.PASSIVE if _DONE.search(wide) else None
        return verb, mood
    number = next(n for n in range(len(PHRASES)) if place[f"p{n}"])
    verb = PHRASES[number][1]
    if verb in _SHAPES:
        in_words = _mood_of_words(place[0]) if verb is Verb.NOTERA and "del av" in place[0] else None
        return verb, in_words or _mood_before(verb, wide)
    return verb, Mood.DONE if verb is Verb.ATERTAGEN else _mood_of_words(place[0])


def _mood_before(verb: Verb, wide: str) -> Mood | None:
    found = None
    for found in _SHAPES[verb].finditer(wide):
        if verb is Verb.BESVARAD and found[0].startswith(("ans", "forklara", "betrakta")):
            break
    if found is None:
        return None
    if found[0].startswith("foranled"):
        return Mood.PASSIVE
    if found[0] == "ansag":
        return Mood.PAST
    if found[0] in ("ar", "vara", "bli", "blir"):
        return Mood.PASSIVE
    form = found["form"] or ""
    if form in _PRESENT:
        return Mood.ACTIVE
    if form in _PASSIVE and not (verb is Verb.REMITTERA and form == "as" and "att" in wide[-40:]):
        return Mood.PASSIVE
    return Mood.PAST if form in _PAST else Mood.INFINITIVE


def _mood_of_words(words: str) -> Mood:
    first = words.split()[0]
    if first in ("tog", "stallde", "instamde", "gjorde"):
        return Mood.PAST
    if first in ("tagit",):
        return Mood.ACTIVE
    if first.endswith("s"):
        return Mood.PASSIVE
    return Mood.ACTIVE if first.endswith("r") or first == "tar" else Mood.INFINITIVE
