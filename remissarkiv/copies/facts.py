"""What a document is to its copies: its sketch, and what two copies must not contradict each other in.

"Val av justerare" of twelve meetings has the same words twelve times, and two tjänsteskrivelser made from one
template differ in little but the motion they are about. None of these are copies. The same remiss in five
boards' files, each with its own stamp and Dnr, is one document five times.
"""

from dataclasses import dataclass
from functools import cached_property

from remissarkiv.copies.sketch import bands, digest, likeness, sketch, words_of
from remissarkiv.copies.titles import differ, title_words
from remissarkiv.domain import DnrRole, Kind, StoredDocument
from remissarkiv.language.skeleton import skeleton

ALIKE = 0.85
"""The likeness from which two texts are the same document when neither was read by OCR."""

ALIKE_SHORT = 0.92
"""The same for texts of fewer than `SHORT` words: the year in a form of 50 words changes a tenth of it."""

SHORT = 100

ALIKE_READ = 0.70
"""The same where an OCR program read one of them: 97 % of the pages of `ocr_pairs.jsonl` come out so
alike."""

AUTHORED: frozenset[str] = frozenset(
    {
        Kind.TJANSTEUTLATANDE.value,
        Kind.REMISSVAR.value,
        Kind.YTTRANDE.value,
        Kind.PROTOKOLL.value,
        Kind.BESLUT.value,
        Kind.MYNDIGHETSBESLUT.value,
        Kind.DOM.value,
    }
)
"""Kinds that an authority writes in a matter of its own: another own Dnr is another document. Of the other
kinds (a remiss, a motion) every receiver has a copy, registered under a Dnr of the receiver's."""

OF_A_DAY: frozenset[str] = frozenset({Kind.PROTOKOLL.value, Kind.BESLUT.value})
"""Kinds in which meeting after meeting says the same: a day that is not known may be any meeting's."""

Readers = frozenset[frozenset[str]]
"""Who may see a document: whoever belongs to a group out of each of these sets; empty for everybody."""

Number = tuple[str, str]
"""A Dnr as its diary (letters, "" when unknown) and `2025/448`."""


@dataclass(frozen=True)
class Facts:
    """What a document's copies are told by. Follows from the document alone, except `readers`.

    `parted` tells of a document whose parts are documents of their own: minutes are no copy of their only §.
    `day` is that of the document, of the kinds in `OF_A_DAY` with the board that met. `exact` is equal for
    the same words of the same kind and day; `sketched` see `sketch.py`, `title`
    `titles.py`. `own` holds the
    document's own Dnr, and of kinds that are sent around also the sender's. `was_read` tells that an OCR
    program read the text. `demerits` orders copies, the best (fewest) first.
    """

    id: str
    kind: str
    day: str
    parted: bool
    exact: str
    sketched: bytes
    title: tuple[str, ...]
    own: frozenset[Number]
    was_read: bool
    demerits: int
    readers: Readers = frozenset()

    @cached_property
    def rank(self) -> int:
        """The place among copies, lower is better: first what more people may see, then by demerits.

        Whoever may see a copy must also see what it is a copy of, or she could tell that something is hidden
        from her.
        """
        # Fewer conditions, and then more groups that meet them.
        groups = min(_MOST_GROUPS, sum(map(len, self.readers)))
        audience = len(self.readers) * (_MOST_GROUPS + 1) + (_MOST_GROUPS - groups if self.readers else 0)
        return audience << _DEMERIT_BITS | self.demerits

    @property
    def words(self) -> int:
        """How many words the text has."""
        return _MOST_WORDS - (self.demerits & _MOST_WORDS)

    @property
    def order(self) -> tuple[int, str]:
        """The order of copies; no two documents are equal in it."""
        return self.rank, self.id

    @cached_property
    def bands(self) -> tuple[int, ...]:
        """The numbers of which two possible copies share one: those of the sketch, and one of the words."""
        words = int(self.exact[:16], 16) >> 1
        salt = self.kind + self.day if self.kind in OF_A_DAY else self.kind
        return (words, *bands(self.sketched, salt))


def readers(collection: frozenset[str], marked: str = "") -> Readers:
    """Who may see a document of a collection that these groups may see (none: everybody), and that may be
    marked for one group of its own."""
    conditions = {collection} if collection else set()
    if marked:
        conditions.add(frozenset({marked}))
    return frozenset(one for one in conditions if not any(other < one for other in conditions))


def facts(stored: StoredDocument, seen_by: Readers = frozenset()) -> Facts:
    """The facts of a stored document."""
    document, source = stored.document, stored.source
    words = words_of(document.text)
    day = document.date.isoformat() if document.date else ""
    if document.kind.value in OF_A_DAY:
        # "Val av justerare" of two boards that met on one day is two decisions in the same words.
        day = f"{day} {skeleton(document.namnd.lower())}"
    roles = {DnrRole.OWN} if document.kind.value in AUTHORED else {DnrRole.OWN, DnrRole.SENDER}
    own = frozenset(
        (mention.dnr.authority, f"{mention.dnr.year}/{mention.dnr.number}")
        for mention in document.dnr
        if mention.role in roles
    )
    # Pictures without text: only the same file is the same document.
    content = (" ".join(words),) if words else ("", source.sha256, source.part)
    return Facts(
        id=stored.id,
        kind=document.kind.value,
        day=day,
        parted=bool(document.parted),
        exact=digest(document.kind.value, day, "parted" if document.parted else "", *content),
        sketched=sketch(words),
        title=title_words(words_of(document.title)),
        own=own,
        was_read=document.scanned or document.quality < 1,
        demerits=_demerits(stored, len(words), bool(own)),
        readers=seen_by,
    )


def are_copies(better: Facts, other: Facts) -> bool:
    """Whether `other` is a copy of `better`: whoever may see the one may see the other, they do not
    contradict each other, and their texts are the same or nearly so."""
    if not _seen_with(other, better) or _contradict(better, other):
        return False
    if better.exact == other.exact:
        return True
    was_read = better.was_read or other.was_read
    clean = ALIKE_SHORT if min(better.words, other.words) < SHORT else ALIKE
    if likeness(better.sketched, other.sketched) < (ALIKE_READ if was_read else clean):
        return False
    return not differ(better.title, other.title, was_read=was_read)


def _seen_with(other: Facts, better: Facts) -> bool:
    """Whether everyone who may see `other` may see `better`."""
    return all(any(mine <= condition for mine in other.readers) for condition in better.readers)


def _contradict(one: Facts, other: Facts) -> bool:
    if (one.kind, one.parted) != (other.kind, other.parted):
        return True
    if one.day != other.day and (one.kind in OF_A_DAY or (one.day and other.day)):
        return True
    if not one.own or not other.own or _share(one.own, other.own):
        return False
    # One diary gives one matter one number; the numbers of two diaries may be those of one matter.
    same_diary = {diary for diary, _ in one.own} & {diary for diary, _ in other.own}
    return one.kind in AUTHORED or bool(same_diary)


def _share(one: frozenset[Number], other: frozenset[Number]) -> bool:
    """Whether a Dnr is in both; `2025/448` may be `KS 2025/448`."""
    return any(
        mine == theirs and (diary == another or not diary or not another)
        for diary, mine in one
        for another, theirs in other
    )


_MOST_GROUPS = (1 << 10) - 1
_MOST_WORDS = (1 << 24) - 1
_MOST_DAMAGE = (1 << 10) - 1
_DEMERIT_BITS = 40


def _demerits(stored: StoredDocument, words: int, has_dnr: bool) -> int:
    """How much speaks against showing this copy, in the order of weight: what is not known of it, damage,
    that it was read by OCR, that it is a part of another file, that it has no pages to refer to, missing
    words.

    What is known comes first so that a copy without a date joins the dated one, never two dated ones it.
    """
    document = stored.document
    unknown = (document.date is None) + (document.kind.value in AUTHORED and not has_dnr)
    damage = min(_MOST_DAMAGE, round((1 - document.quality) * _MOST_DAMAGE))
    against = unknown
    against = against << 10 | damage
    against = against << 1 | document.scanned
    against = against << 1 | bool(stored.source.part)
    against = against << 1 | (not document.pages)
    return against << 24 | (_MOST_WORDS - min(words, _MOST_WORDS))
