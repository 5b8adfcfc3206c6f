"""What only a search box says: `2017:725`, `2017:725 2 kap 1 §`, `förvaltningslagen 27`.

In running text a bare number with a colon may be anything (a diary number, a motion), and a number behind the
name of an act is a footnote or a page; so these count only where they are all of a short text, or begin it.
"""

import re
from collections.abc import Sequence

from remissarkiv.acts import act
from remissarkiv.citations.detail import Part
from remissarkiv.citations.lagrum import Group
from remissarkiv.citations.mentions import SFS, Mention, Naming, sfs_number
from remissarkiv.citations.provision import Provision
from remissarkiv.domain import Span

LONGEST_QUERY = 120
_FIRST = re.compile(rf"\A\s*(?P<shown>{SFS})(?![\w:/#-])")
_LAST = re.compile(rf"(?<![\w:/.-])(?P<shown>{SFS})\s*\Z")
_PROVISION = re.compile(r"\d\s?§|\d\s?kap(?!\w)")
_TRAILING = re.compile(r"\s{1,3}(?P<number>\d{1,3}(?:\s?[a-h](?!\w))?)\s*\Z")


def bare_number(text: str) -> Mention | None:
    """The SFS number of a known act that begins or ends a query."""
    if len(text) > LONGEST_QUERY:
        return None
    # At the end only behind a provision: "KS 2017:725" is a number in a diary.
    last = _LAST.search(text) if _PROVISION.search(text) else None
    for match in (_FIRST.match(text), last):
        if match is not None and act(sfs_number(match)) is not None:
            span = Span(*match.span("shown"))
            return Mention(Naming.NUMBER, span, span, number=sfs_number(match))
    return None


def trailing_section(text: str, mentions: Sequence[Mention]) -> Group | None:
    """The § of a query that is the name of an act and a number."""
    if len(text) > LONGEST_QUERY or len(mentions) != 1 or text[: mentions[0].span.start].strip():
        return None
    match = _TRAILING.match(text, mentions[0].span.end)
    if match is None or not mentions[0].name:
        return None
    span = Span(*match.span("number"))
    return Group((Part(Provision(section="".join(match["number"].split())), span),), span, typed=True)
