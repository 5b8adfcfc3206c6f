"""Which act a group of provisions belongs to.

In this order: the act named right behind it (`2 kap. 1 § kommunallagen`), the act named right before it
(`OSL 26:1`), the act the text belongs to (`law`), the act last named. A sentence that has begun with a § of
one act does not pass to another that it goes on to mention: "Enligt 1 § är den oberoende av kommunallagen. Av
5 § följer …" stays where it was. A name is resolved by the number the text itself has printed for it, then by
the date of the document.
"""

import bisect
import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from remissarkiv.acts import Act, act_of_year, acts_abbreviated, acts_named, choose
from remissarkiv.citations.alike import has_lost_its_marks
from remissarkiv.citations.chapters import Chapters
from remissarkiv.citations.detail import Part
from remissarkiv.citations.lagrum import Group, find_groups, may_reach, tidied
from remissarkiv.citations.links import LONGEST_LINK, is_from_act, is_of_unknown, to_act
from remissarkiv.citations.mentions import Mention, Naming, apart, find_mentions, title_end
from remissarkiv.citations.printed import is_title, learn_numbers, name_key
from remissarkiv.citations.shorts import mentions_by_short, own_shorts
from remissarkiv.citations.typed import LONGEST_QUERY, bare_number, trailing_section
from remissarkiv.citations.words import Word
from remissarkiv.domain import Citation, Span

_OLDER_BEFORE = re.compile(r"(?:gamla|äldre|dåvarande|upphävda|den\s{1,3}tidigare)\s{1,3}\Z")
_UNTIL_NOW_BEFORE = re.compile(r"(?:hittillsvarande|nuvarande)\s{1,3}\Z")
_OLDER = ("gamla", "äldre", "tidigare", "dåvarande", "upphävda")
_LONGEST_AGE = 20
_LONGEST_WAIT = 80
_SENTENCE_END = re.compile(r"[.!?]\s+[A-ZÅÄÖ]|\n\s*\n")
_LONGEST_SENTENCE = 300
_RECENT = 800
_MOST_NAMED = 60
"""Acts that are looked back over for the one a bare § belongs to; amendments and abbreviations that mean too
much are passed over, and a text may have thousands."""
_MOST_PASSED = 20
"""Keeps the time linear; a real sentence mentions a few acts."""
_CLOCK = re.compile(r"\d{1,2}:\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class _Act:
    number: str
    certain: bool = True


def _place(bare: tuple[int, _Act]) -> int:
    return bare[0]


def _year(number: str) -> tuple[int, int]:
    year, serial = re.findall(r"\d+", number)[:2]
    return int(year), int(serial)


class Binder:
    """Reads one text: its mentions, its groups, and the citations they make together."""

    def __init__(
        self,
        text: str,
        words: Sequence[Word],
        law: str | None,
        date: datetime.date | None,
        *,
        guessed: bool,
        taken: Sequence[Span] = (),
    ) -> None:
        self._taken, self._chapters = taken, Chapters(text)
        self._waiting: Group | None = None
        self._text, self._law, self._date, self._guessed = text, law, date, guessed
        mentions = find_mentions(text, words)
        introduced = own_shorts(text, mentions)
        more = [*mentions_by_short(text, introduced), *([bare] if (bare := bare_number(text)) else [])]
        self._mentions = apart([*mentions, *more]) if more else mentions
        self._names = learn_numbers(mentions, introduced)
        self._mentions = [self._with_its_title(mention) for mention in self._mentions]
        self._starts = [mention.span.start for mention in self._mentions]
        self._acts = [self._resolve(mention) for mention in self._mentions]
        self._bound: set[int] = set()
        self._naming = [
            index
            for index, (mention, act) in enumerate(zip(self._mentions, self._acts, strict=True))
            if act is not None or mention.naming is Naming.UNKNOWN
        ]
        self._said: tuple[int, _Act | None] = (-1, None)
        self._bare: list[tuple[int, _Act]] = []

    @cached_property
    def _unmarked(self) -> bool:
        return has_lost_its_marks(self._text)

    def _tidied(self, group: Group, *, beside: bool) -> Group:
        return tidied(group, beside=beside, unmarked=self._unmarked) if group.loose else group

    def _with_its_title(self, mention: Mention) -> Mention:
        """`lagen om allmän energiskatt` with as much of its title as the text has printed a number for."""
        if mention.naming is not Naming.UNKNOWN or not is_title(mention.name):
            return mention
        titled = self._names.number_of_title(mention.name)
        end = title_end(self._text, mention.span.end, titled[1] if titled else 2)
        return replace(mention, shown=Span(mention.span.start, end))

    def _by_date(self, mention: Mention, candidates: tuple[Act, ...]) -> "_Act | None":
        """The act of the document's date, where the text has printed several numbers for the name: an answer
        of 2019 that recalls kommunallagen (1991:900) means today's act when it says just kommunallagen."""
        numbers = self._names.distinct.get(name_key(mention.name), set())
        if len(numbers) < 2 or self._date is None or not candidates:
            return None
        chosen, _ = choose(candidates, self._date)
        return _Act(chosen.number, False) if chosen.number in numbers else None

    def _resolve(self, mention: Mention) -> _Act | None:
        if mention.number:
            return _Act(mention.number)
        if mention.naming is Naming.OWN:
            return _Act(self._law) if self._law else None
        if mention.naming not in (Naming.NAME, Naming.UNKNOWN):
            return None
        if mention.naming is Naming.UNKNOWN and is_title(mention.name):
            titled = self._names.number_of_title(mention.name)
            return _Act(titled[0]) if titled else None
        candidates = acts_abbreviated(mention.name) or acts_named(mention.name)
        if mention.year is not None:
            dated = act_of_year(candidates, mention.year)
            return _Act(dated.number) if dated else None
        if (whole := self._names.number_of_whole_title(mention.name)) and not self._is_former(mention):
            return _Act(whole)
        printed = self._names.number(name_key(mention.name), mention.span.start)
        if printed:
            return self._by_date(mention, candidates) or _Act(*printed)
        alike = {candidate.number for candidate in candidates} & self._names.all_numbers
        if len(alike) == 1 and len(candidates) > 1:
            return _Act(alike.pop())  # "socialtjänstlagen (2001:453)" has told which act SoL is
        if not candidates:
            return None
        chosen, certain = choose(candidates, self._date)
        meant = _Act(chosen.number, certain and (not self._guessed or len(candidates) == 1))
        return self._older(meant, mention, candidates)

    def _last(self, place: int, group: Group | None = None) -> _Act | None:
        """The act last named before `place`; a name nobody knows hides those before it only for itself. One
        that has no such provision as `group` is passed over: 22 kap. is of no act without chapters."""
        passed = 0
        said, said_act = self._said
        reach = bisect.bisect_left(self._naming, bisect.bisect_left(self._starts, place))
        for at in range(reach - 1, max(-1, reach - 1 - _MOST_NAMED), -1):
            index = self._naming[at]
            if index < said:
                break
            mention, act = self._mentions[index], self._acts[index]
            may_pass = act is not None and index not in self._bound and passed < _MOST_PASSED
            if act is not None and may_pass and self._is_beside_the_point(mention, act):
                passed += 1
                continue
            usable = not mention.amendment and (not mention.cautious or index in self._bound)
            if mention.naming is Naming.UNKNOWN and act is None and index in self._bound:
                return None
            if act is not None and usable and mention.naming in (Naming.NAME, Naming.NUMBER, Naming.UNKNOWN):
                if may_reach(group, act.number):
                    return replace(act, certain=act.certain and not passed)
                passed += 1
            if passed == _MOST_PASSED:
                return None
        return said_act if said_act is None or may_reach(group, said_act.number) else None

    def _first(self, place: int) -> _Act | None:
        """`den förstnämnda lagen`: the first of the acts in the last sentence that names any, of two at
        least."""
        index = bisect.bisect_left(self._starts, place) - 1
        found: _Act | None = None
        numbers: set[str] = set()
        later = place
        for at in range(index, max(-1, index - _MOST_PASSED), -1):
            act, mention = self._acts[at], self._mentions[at]
            if act is None or mention.amendment:
                continue
            if place - mention.span.end > _RECENT:
                break
            if len(numbers) > 1 and _SENTENCE_END.search(self._text, mention.span.end, later):
                break
            found, later = act, mention.span.start
            numbers.add(act.number)
        return found

    def _recalled(self, mention: Mention, place: int) -> _Act | None:
        """What `samma lag` or `den förra lagen` means at `place`."""
        first = self._first(place) if mention.name in ("förstnämnda", "förra") else None
        return first or self._last(place) or (_Act(self._law) if self._law else None)

    def _recalled_before(self, index: int) -> _Act | None:
        """What a `den senare lagens` right before a § means."""
        mention = self._mentions[index]
        return self._recalled(mention, mention.span.start) if mention.naming is Naming.LAST else None

    def _is_beside_the_point(self, mention: Mention, act: _Act) -> bool:
        """Whether the sentence of a mention has begun with a bare § of another act. A number printed with the
        name introduces an act, which is then what the text goes on about."""
        if mention.number is not None:
            return False
        before = bisect.bisect_left(self._bare, mention.span.start, key=_place) - 1
        if before < 0:
            return False
        end, other = self._bare[before]
        if other.number == act.number or mention.span.start - end > _LONGEST_SENTENCE:
            return False
        return _SENTENCE_END.search(self._text, end, mention.span.start) is None

    def _by_age(self, place: int, age: str) -> _Act | None:
        """`den nya lagen` and `den gamla lagen`: of the two acts last named, the newer or the older."""
        index = bisect.bisect_left(self._starts, place) - 1
        numbers: list[str] = []
        while index >= 0 and len(numbers) < 2:
            act = self._acts[index]
            mention = self._mentions[index]
            if mention.span.end < place - _RECENT:
                break
            known = mention.naming in (Naming.NAME, Naming.NUMBER) and not mention.amendment
            if act is not None and known and act.number not in numbers:
                numbers.append(act.number)
            index -= 1
        if len(numbers) < 2 or any(":" not in number for number in numbers):
            return None
        numbers.sort(key=_year)
        return _Act(numbers[0] if age in _OLDER else numbers[-1], certain=False)

    def _behind(self, group: Group) -> tuple[int, re.Match[str]] | None:
        index = bisect.bisect_left(self._starts, group.span.end)
        if index == len(self._mentions) or self._starts[index] - group.span.end > LONGEST_LINK:
            return None
        mention = self._mentions[index]
        link = to_act(self._text, group.span.end, mention)
        return (index, link) if link else None

    def _before(self, group: Group) -> int | None:
        index = bisect.bisect_left(self._starts, group.span.start) - 1
        if index < 0 or index in self._bound:
            return None
        mention = self._mentions[index]
        if mention.naming is Naming.LAST and not mention.genitive:
            return None
        if mention.naming not in (Naming.NAME, Naming.NUMBER, Naming.LAST, Naming.UNKNOWN):
            return None
        if not is_from_act(self._text, mention, group.span.start):
            return None
        is_lone = group.typed and self._text.startswith("§", group.span.start)
        if mention.cautious and is_lone and len(self._text) > LONGEST_QUERY:
            return None  # "TF § 12" is of tekniska förvaltningen
        if mention.name == "kl" and _CLOCK.match(self._text, group.span.start):
            return None
        return index

    def _is_former(self, mention: Mention) -> bool:
        """`den hittillsvarande förordningen om X`: not the one that the text has printed the number of."""
        before = max(0, mention.span.start - _LONGEST_AGE), mention.span.start
        return any(pattern.search(self._text, *before) for pattern in (_OLDER_BEFORE, _UNTIL_NOW_BEFORE))

    def _older(self, act: _Act, mention: Mention, candidates: tuple[Act, ...]) -> _Act:
        """`gamla kommunallagen` is the act before the one in force; how far back is a guess."""
        start = mention.span.start
        if not _OLDER_BEFORE.search(self._text, max(0, start - _LONGEST_AGE), start):
            return act
        numbers = [candidate.number for candidate in candidates]
        if act.number in numbers and numbers.index(act.number) > 0:
            return _Act(numbers[numbers.index(act.number) - 1], certain=False)
        return act

    def _cite(self, part: Part, act: _Act, span: Span | None = None) -> Citation:
        place = span or part.span
        key = f"{act.number}#{part.path.fragment()}"
        return Citation(key, self._text[slice(*place)], place, act.certain)

    def _beside(self, group: Group, index: int, act: _Act) -> Iterator[Citation]:
        """A group and the mention beside it: one citation when a single § has a name, else each its own."""
        mention = self._mentions[index]
        named = mention.shown if mention.naming is Naming.UNKNOWN else mention.span
        span = Span(min(group.span.start, named.start), max(group.span.end, named.end))
        if mention.span.end < group.span.start:
            span = self._with_parentheses(span, mention)
        one_section = len(group.parts) == 1 and bool(group.parts[0].path.section)
        self._bound.add(index)
        if one_section and mention.naming is not Naming.NUMBER:
            yield self._cite(group.parts[0], act, span)
            return
        for part in group.parts:
            yield self._cite(part, act)
        if mention.naming in (Naming.NAME, Naming.NUMBER, Naming.UNKNOWN):
            yield Citation(act.number, self._text[slice(*mention.shown)], mention.shown, act.certain)

    def _with_parentheses(self, span: Span, mention: Mention) -> Span:
        """`kommunallagen (2 kap. 2 §)` with its end, `(LSS) 9 §` with its beginning."""
        text, (start, end) = self._text, span
        closes = text[mention.span.end : mention.span.end + 1] == ")" and text[start - 1 : start] == "("
        opened = text.rfind("(", mention.span.end, end) > text.rfind(")", mention.span.end, end)
        return Span(start - closes, end + (opened and text[end : end + 1] == ")"))

    def _group(self, group: Group) -> Iterator[Citation]:
        behind = self._behind(group)
        if behind is not None and not group.detached:
            index, link = behind
            mention, act = self._mentions[index], self._acts[index]
            if mention.naming in (Naming.LAST, Naming.GENERAL):
                age = (link["age"] or "").strip()
                act = self._by_age(group.span.start, age) if age in (*_OLDER, "nya") else None
                if act is not None:
                    self._said = index, act
                act = act or self._recalled(mention, group.span.start)
                # "2 § lagen" says less than "samma lag": the word stays outside the citation.
                if mention.naming is Naming.GENERAL and act and not group.typed:
                    yield from (self._cite(part, act) for part in group.parts)
                    return
            self._bound.add(index)
            if act is not None:
                yield from self._waited(group, act)
                yield from self._beside(self._tidied(group, beside=True), index, act)
            return
        if cited := self._chapters.opened(group):
            parts = tuple(
                replace(part, path=replace(part.path, chapter=cited.chapter)) for part in group.parts
            )
            yield from (self._cite(part, _Act(cited.act, cited.certain)) for part in parts)
            return
        before = None if group.detached else self._before(group)
        found = None if before is None else self._acts[before] or self._recalled_before(before)
        if before is not None and found is not None:
            yield from self._beside(self._tidied(group, beside=True), before, found)
            return
        if group.typed:
            return
        nameless = before is not None and self._mentions[before].naming is Naming.UNKNOWN
        if nameless or (not group.detached and is_of_unknown(self._text, *group.span)):
            # What follows is about that act; which one, nobody here knows.
            self._said = bisect.bisect_left(self._starts, group.span.end), None
            return
        own = _Act(self._law) if self._law else None
        act = own if group.detached else own or self._last(group.span.start, group)
        self._waiting = group if act is None else None
        if act is not None:
            self._bare.append((group.span.end, act))
            yield from (self._cite(part, act) for part in self._tidied(group, beside=False).parts)

    def _waited(self, group: Group, act: _Act) -> Iterator[Citation]:
        """A § with no act before it belongs to the one that its sentence names a little later: "enligt 5 §
        och, i vissa fall, 8 § arkivlagen"."""
        waiting, self._waiting = self._waiting, None
        if waiting is None or not 0 <= group.span.start - waiting.span.end <= _LONGEST_WAIT:
            return
        if _SENTENCE_END.search(self._text, waiting.span.end, group.span.start) is None:
            parts = self._tidied(waiting, beside=False).parts
            yield from (self._cite(part, _Act(act.number, certain=False)) for part in parts)

    def citations(self) -> Iterator[Citation]:
        """Every citation of an act in the text; unordered, overlaps only where pieces of one group touch."""
        # Without an act, named or given, a § is nobody's.
        owned = self._mentions or self._law is not None
        groups = list(find_groups(self._text, self._taken, detached=self._law is not None)) if owned else []
        if not groups and (trailing := trailing_section(self._text, self._mentions)):
            groups = [trailing]
        for group in groups:
            narrowed = self._chapters.with_chapter(group)
            found = list(self._group(narrowed))
            self._chapters.learn(narrowed, found)
            yield from found
        for index, (mention, act) in enumerate(zip(self._mentions, self._acts, strict=True)):
            if index in self._bound or act is None or mention.naming is Naming.OWN:
                continue
            printed = mention.name in self._names.numbers
            if mention.cautious and (mention.indefinite or not printed):
                continue
            key = f"{self._law}#L{act.number}" if mention.amendment and self._law else act.number
            yield Citation(key, self._text[slice(*mention.shown)], mention.shown, act.certain)


def find_lagrum(
    text: str,
    words: Sequence[Word],
    law: str | None,
    date: datetime.date | None,
    *,
    guessed: bool,
    taken: Sequence[Span] = (),
) -> Iterator[Citation]:
    """Acts and their provisions in `text`, whose `words` are those of `words.names_words`.

    `law` is the act it belongs to, `date` when it was written, which may be `guessed`; what begins in one of
    the spans `taken` is no provision.
    """
    return Binder(text, words, law, date, guessed=guessed, taken=taken).citations()
