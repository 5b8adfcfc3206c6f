"""Is what a cue says affirmed or denied? Every denial turns it: "anser inte att det är oförenligt"."""

import re

from indexer.conclude.competence.cues import Scope

_DENIAL = re.compile(
    r"\b(?:inte|ej|icke|ingen|inget|inga|ingenting|intet|aldrig|varken|knappast|svårligen|ingalunda"
    r"|lika (?:litet|lite)|på (?:intet|inget) (?:sätt|vis)|saknas (?:anledning|skäl|grund) att (?:tro|anta"
    r"|befara|anse)|(?:allt)?för [a-zåäö]{3,20} för att"
    r"|näppeligen"
    r"|omöjligen|föga|utan att|vare sig|utan(?= (?:[a-zåäö]{1,20} )?hinder)|(?P<lack>saknar|saknas|sakna"
    r"|saknade|saknats))\b"
)
"""`lack` denies only what can be lacking: "lagstöd saknas"."""

_LAST_BREAK = re.compile(
    r"(?:, (?!vare sig )| saknas (?=(?:står|är|har|får|kan) )|; | – | eftersom | därför att | (?:och"
    r"|eller) att | och (?=(?:får|kan|är|bör|ska"
    r"|skulle|strider|ryms|ligger|faller|saknar|har) )| och (?=(?:[^\s,;]{1,40} ){1,4}?(?:är|skulle|kan|får"
    r"|vore|ligger|strider|saknar|faller|ryms|bör|har|måste) )"
    r"|(?<!något)(?<!inget)(?<!ingenting)(?<!någonting)(?<!regler)(?<!bestämmelse)(?<!bestämmelser)"
    r"(?<!omständighet)(?<!sådan)(?<!sådant) som )"
)
_NEXT_BREAK = re.compile(r"[,;]| då | när | att | som | eftersom | om | och ")
_CLAUSE_END = re.compile(
    r"[,;]| (?:kan|får|ska) (?=[a-zåäö]{3,30} (?:(?:därför|alltså|således|därmed) )?(?:inte|ej|icke) )"
    r"| och att"
    r" | som (?=kommunen|staden|den|inte|det)| och (?:kommunen|staden|nämnden|det|den|är|kan"
    r"|får|bör|ska|skall|skulle|strider|ryms|ligger|faller) "
)
_FINITE = re.compile(r"\b(?:finns|föreligger|saknas|saknar|ger|möter|kan|är|lämnas|har|får)\b")
_THINKS = re.compile(
    r"\b(?:anse[rs]?|ansett|bedöm(?:er|s|t)|finner|finna|funnit|mena[rs]?|menat|delar|dela|instämmer"
    r"|betyder|betyda|innebär|innebära|medför|ser|se|kan|är|får|skulle|vore|bör|ska|skall|har|utgör|torde"
    r"|hindrar"
    r"|följer|råder|finns|fanns|föreligger|möter|ligger|går|gör|påstå|påstås|hävda|hävdas|sägs|säga"
    r"|ska anses|dras)\W*$"
)
_OTHER_CLAUSE = re.compile(
    r"^\W*(?!(?:heller|längre|alltid|enligt|efter|eller|under|över|vidare|säger|strider|ligger|faller"
    r"|kommer|bryter|anser|betyder|innebär|medför|är|får|kan|bör|möter|finner|ser|har|gör)\b)"
    r"[a-zåäö]{1,30}r\b[^;]{0,120}? (?:är|vore|blir|kan|får|bör|ska|skall|strider|ligger|faller|ryms|möter"
    r"|finns|föreligger|lägger|medger|saknar) "
)
_OF_ITS_OWN = re.compile(
    r" (?!(?:anser|bedömer|finner|menar|ser|anses|bedöms|heller|alltid|finns"
    r"|föreligger)\b)(?:(?:själv|själva|längre|redan|ens|alltid) )?[a-zåäö]{2,30}[rs]"
    r"(?: (?!att\b|som\b)[^\s,;]{1,30}){0,4} (?:är|kan|får|vore) "
)
"""The denial is of a clause that ends before the main verb: "lokaler som inte behövs är det tillåtet att hyra
ut"."""
_LONGEST_VERB = 5
_VERB = re.compile(r" (?!är\b|kan\b|får\b)[a-zåäö]{1,30}(?:r|s)\b")
"""After "som inte": the denial is of the relative clause ("den som inte klarar testet saknar stöd")."""

_NOT_EVEN = re.compile(r"inte ens (?:om|när|då|där) ")
_CONDITION = re.compile(r"(?:om|när|eftersom|så länge|trots att|utan) ")
_MODAL = re.compile(r"(?:kan|får|är|vore) ")
_NEXT_WORDS = 2
_REACH = 200
_CLOSE = 7
_FIRST = 25
_AFTER = 90


def is_denied(low: str, start: int, cue: tuple[int, int], end: int, scope: Scope) -> bool:
    """Whether the cue at `cue` is denied within the part `start`-`end` of a sentence in lower case."""
    return bool(denials(low, start, cue, end, scope) % 2)


def denials(low: str, start: int, cue: tuple[int, int], end: int, scope: Scope) -> int:
    """How many words deny it."""
    if scope is Scope.NONE:
        return 0
    before = _before(low, start, cue, scope)
    if not before and _NOT_EVEN.match(low, start):
        # "Inte ens om alla fick del av bidraget skulle det vara förenligt med lagen."
        before = 1
    return before + _after(low, start, cue, end, scope)


def _before(low: str, start: int, cue: tuple[int, int], scope: Scope) -> int:
    first = max(start, cue[0] - _REACH)
    relative = False
    if _CONDITION.match(low, start) and _MODAL.match(low, cue[0]):
        # "Om måltiderna inte ingår kan huvudmannen ta betalt": the denial is of the condition.
        first = cue[0]
    for found in _LAST_BREAK.finditer(low, first, cue[1]):
        # What a break is followed by may be the cue itself: "… och är därmed uteslutna".
        if found.end() > cue[0]:
            break
        first, relative = found.end() - 1, found[0] == " som "
    count = 0
    for found in _DENIAL.finditer(low, first, cue[1]):
        if found[0] == "vare sig" and count:
            continue
        if found["lack"] and scope is not Scope.AROUND:
            continue
        if (
            relative
            and low.count(" ", first + 1, found.start()) <= 1
            and low.count(" ", found.end(), cue[0]) > _NEXT_WORDS
            and _VERB.match(low, found.end(), cue[0])
        ):
            continue
        if found.start() >= cue[0] or _reaches(low, first, found, cue[0], scope):
            count += 1
    return count


def _reaches(low: str, first: int, denial: re.Match[str], place: int, scope: Scope) -> bool:
    """Whether a denial before the cue is of its own clause, or of one that says that it is so."""
    between = low[denial.end() : place]
    if denial[0] == "utan att":
        return between.count(" ") <= _CLOSE
    if "utan att" in between:
        return True
    if denial[0] == "varken":
        return True
    if _OTHER_CLAUSE.search(between) or (
        _OF_ITS_OWN.match(low, denial.end(), place + _LONGEST_VERB) is not None
    ):
        return False
    if scope is Scope.AROUND:
        return True
    return between.count(" ") <= _CLOSE or _THINKS.search(low, first, denial.start()) is not None


def _after(low: str, start: int, cue: tuple[int, int], end: int, scope: Scope) -> int:
    first = cue[1]
    if scope is Scope.AROUND:
        stop = _CLAUSE_END.search(low, first, min(end, first + _REACH))
        if (
            stop
            and stop[0] == ","
            and cue[0] - start < _FIRST
            and not _FINITE.search(low, cue[0], stop.end())
        ):
            stop = None
        last = stop.start() if stop else min(end, first + _REACH)
    elif scope is Scope.AFTER or cue[0] - start < _FIRST:
        stop = _NEXT_BREAK.search(low, first, min(end, first + _AFTER))
        last = stop.start() if stop else min(end, first + _AFTER)
    else:
        return 0
    return sum(1 for _ in _DENIAL.finditer(low, first, last))
