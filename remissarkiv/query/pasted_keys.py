"""Keys and links that are pasted: `2017:725#K2P1`, `https://lagen.nu/prop/2016/17:171#sid45`, the address of
a page of this program (`/lagrum/2017:725%23K2P1`)."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from remissarkiv.citations import is_key
from remissarkiv.domain import Span

_ACT = r"[0-9]{4}:[0-9]{1,4}(?:_[0-9A-Za-z.]{1,8})?"
_PLACE = r"#[A-Za-z0-9](?:[A-Za-z0-9.-]{0,39}[A-Za-z0-9])?(?::[0-9]{1,4})?"
# Without a link before it, the form of each kind to the letter: `dom/avslag` and `prop/skr 2016` are words.
_ALONE = (
    rf"{_ACT}{_PLACE}"
    r"|(?:(?:prop|sou|ds|bet|rskr|skr|dir|mot)/(?:18|19|20)[0-9]{2}(?:/[0-9]{2,4})?:[A-ZÅÄÖa-zåäö]{0,5}[0-9]{1,4}"
    r"|dom/[a-zåäö]{1,5}/[0-9]{4}[:s][0-9]{1,4}[a-z]?|avg/(?:jo|jk|arn)/[0-9][0-9-]{2,14}[0-9]"
    rf"|ext/celex/[0-9A-Z()]{{5,16}})(?:{_PLACE})?"
)
_LINK = r"(?:https?://)?(?:(?:www\.)?lagen\.nu/|(?:[^\s/\"]{0,60}/)?lagrum/)"
_PASTED = re.compile(
    rf"(?<![^\s(\[,;])(?:{_LINK}(?P<linked>[^\s\"”“„»«]{{3,100}}[^\s\"”“„»«.,;:!?)])|(?P<alone>{_ALONE}))"
    r"(?=[.,;:!?)\]]{0,3}(?:\s|\Z))"
)


def whole_key(text: str) -> str:
    """The key that the whole of `text` is, or links to; "" for anything else."""
    if is_key(text):
        return text
    found = _PASTED.fullmatch(text)
    return _read(found) if found else ""


def pasted_keys(text: str) -> Iterator[tuple[Span, str]]:
    """The keys and links among other words, with their places; a number of an act without a place in it is
    left to whoever sees what stands beside it."""
    for found in _PASTED.finditer(text):
        if key := _read(found):
            yield Span(*found.span()), key


def _read(found: re.Match[str]) -> str:
    key = found["alone"] or unquote(found["linked"])
    return key if is_key(key) else ""
