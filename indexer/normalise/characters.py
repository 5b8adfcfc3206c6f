"""Characters: one spelling for each sign, nothing invisible. Each step is linear in the text."""

import re
import unicodedata
from collections.abc import Iterator

from indexer.normalise.mapping import Edit
from remissarkiv.domain import Span

_REPLACED = {
    **dict.fromkeys(
        "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000",
        " ",
    ),
    **dict.fromkeys(["\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"], "\n"),
    # Hyphens that look like the ordinary one: `KS\u20112025` is a Dnr all the same.
    **dict.fromkeys("\u2010\u2011", "-"),
    # Bullets from Word's symbol fonts.
    **dict.fromkeys("\uf0b7\uf0a7\uf0d8\uf02d", "•"),
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "ﬅ": "st",
    "ﬆ": "st",
}
_RULES = {" ": "whitespace", "\n": "line-break", "-": "hyphen", "•": "bullet"}

_SIGN = re.compile(
    "\r\n|[\r\x0b\x0c\x85\u2028\u2029]"
    "|[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
    "|[\u2010\u2011\uf0b7\uf0a7\uf0d8\uf02d]"
    "|[ﬀ-ﬆ]"
    "|\u00ad+(?P<line_end>\r\n|[\r\n])?"
    "|[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]+"
    "|[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]+"
)
_ODD = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\xa0\xad\u1680\u2000-\u200f\u2010\u2011\u2028-\u202f\u205f-\u2069\u3000"
    "\ud800-\udfff\uf0b7\uf0a7\uf0d8\uf02d\ufb00-\ufb06\ufeff\ufff9-\ufffb]"
)
"""What each of those begins with: most texts have none of it, which one class of signs tells soonest."""

_SOFT_HYPHEN = "\u00ad"
_BEYOND_ASCII = re.compile("[\x00-\x7f]?[^\x00-\x7f]+")


def plain_signs(text: str) -> Iterator[Edit]:
    """Odd spaces, line ends, ligatures and invisible signs made plain. A soft hyphen goes, at the end of a
    line together with the line end: it stands inside a word."""
    first = _ODD.search(text)
    for match in _SIGN.finditer(text, first.start()) if first else ():
        found = match.group()
        span = Span(*match.span())
        if found[0] == _SOFT_HYPHEN:
            keeps_line_end = match["line_end"] and not text[span.end : span.end + 1].islower()
            yield Edit(span, "\n" if keeps_line_end else "", "soft-hyphen")
        elif found in _REPLACED:
            plain = _REPLACED[found]
            yield Edit(span, plain, _RULES.get(plain, "ligature"))
        else:
            yield Edit(span, "", "invisible")


def composed(text: str) -> Iterator[Edit]:
    """Unicode normal form C: `a` and a combining ring become `å`, the Ångström sign a letter.

    ASCII characters never join what stands before them, so each stretch beyond ASCII, with the one ASCII
    character ahead of it, is composed by itself.
    """
    if unicodedata.is_normalized("NFC", text):
        return
    for match in _BEYOND_ASCII.finditer(text):
        plain = unicodedata.normalize("NFC", match.group())
        if plain != match.group():
            yield Edit(Span(*match.span()), plain, "composition")
