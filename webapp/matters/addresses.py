"""The address of an ärende, `/arende/bjorkasa-kommun/KS-2004-118`, and back.

It is made of the kommun and a Dnr, and read as leniently as people type: any Dnr of the ärende leads there.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from flask import url_for

from remissarkiv.matters import Facts, Key, Matter
from remissarkiv.matters.bodies import board_name, scope_of

_SLUG = re.compile(r"[^a-z0-9]+")
_KOMMUN = re.compile(r"-(?:kommun|stad)$")
_DNR = re.compile(r"(?:(?P<diary>[^\d/][^/]{0,60})-)?(?P<year>(?:19|20)[0-9]{2})-(?P<number>[0-9]{1,9})")


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks for: the kommun as a key, and the Dnr; `board` is set where its diary is known by
    the board's name and not by letters."""

    scope: str
    value: str
    board: str = ""


def matter_address(matter: Matter, facts: Sequence[Facts]) -> str:
    """Where the page of an ärende of these documents is; "" for documents without a Dnr, which have none."""
    parts = address_parts(matter, facts)
    return url_for("arende.show", kommun=parts[0], dnr=parts[1]) if parts else ""


def address_parts(matter: Matter, facts: Sequence[Facts]) -> tuple[str, str] | None:
    """The kommun and the Dnr in the address of an ärende, None for documents without a Dnr, and for those
    that were removed meanwhile."""
    return (_place(facts), _of_key(matter.keys[0])) if matter.keys and facts else None


def read_address(kommun: str, dnr: str) -> Asked | None:
    """What the two parts of an address ask for; None for what names no Dnr."""
    match = _DNR.fullmatch(dnr)
    if match is None:
        return None
    bare = f"{match['year']}/{int(match['number'])}"
    diary = match["diary"] or ""
    if diary and not diary.isupper() and len(diary) > 8:
        return Asked(scope_of(kommun), bare, board_name(diary.replace("-", " ")))
    return Asked(scope_of(kommun), f"{diary.upper()} {bare}" if diary else bare)


def is_asked(matter: Matter, asked: Asked, facts: Sequence[Facts]) -> bool:
    """Whether an ärende that has the Dnr, of these documents, is the one that an address means."""
    if scope_of(_place(facts)) != asked.scope:
        return False
    letters, _, bare = asked.value.rpartition(" ")
    for key in matter.keys:
        if f"{key.year}/{key.number}" != bare:
            continue
        if asked.board:
            if slug(key.diary) == slug(asked.board):
                return True
        elif not letters or key.diary == letters or not key.diary.isupper():
            return True
    return False


def key_label(key: Key, *, bare: bool = False) -> str:
    """A Dnr as people write it: `KS 2004/118`; `2001/118` where the documents have no letters."""
    number = f"{key.year}/{key.number}"
    if not key.diary.isupper():
        return f"{number} ({key.diary})"
    return number if bare else f"{key.diary} {number}"


def slug(text: str) -> str:
    """A name as a part of an address: `Björkåsa kommun` is `bjorkasa-kommun`."""
    if text.lower().startswith("håbo"):
        # Habo is another kommun.
        text = f"haabo{text[4:]}"
    plain = unicodedata.normalize("NFKD", text.lower())
    return _SLUG.sub("-", "".join(letter for letter in plain if not unicodedata.combining(letter))).strip("-")


def _of_key(key: Key) -> str:
    diary = key.diary if key.diary.isupper() else slug(key.diary)
    return f"{diary}-{key.year}-{key.number}"


def _place(facts: Sequence[Facts]) -> str:
    kommun = next((one.kept_by for one in facts if one.kept_by), "")
    if not kommun:
        return slug(facts[0].collection) or "arkivet"
    plain = _KOMMUN.sub("", slug(kommun))
    return plain if plain.startswith("region-") else f"{plain}-kommun"
