"""What a sentence is known by when it is weighed: its words, the words that follow on each other, and the
order of its small words.

A word is known by its first letters, which most of its forms share: "kommunens befogenheter" and "kommunen
har befogenhet" both hold `kommun` and `befoge`. Pairs of the small words that turn and bind a verdict are
kept across what stands between them: in "något hinder mot att anlägga badet finns inte" `hinder` and `inte`.
"""

import re
from itertools import pairwise

_LETTERS = 6
_REACH = 4
"""So many of the small words that come next make a pair with one."""

# "2 kap. 8 § kommunallagen (1991:900)" tells that law is spoken of, and so it does without its numbers: who
# cites in full more often retells the law than concludes, and that is not to count.
_NUMBERS = re.compile(r"\(?(?:sfs )?\d{4}:\d{1,4}\)?|(?:\d{1,2} ?[a-z]? kap\. ?)?\d{1,3} ?[a-z]? (?=§)")

_WORD = re.compile(r"[a-zåäöé]+|\d+|[§,;:.?]")

_SMALL = frozenset(
    word[:_LETTERS]
    for word in (
        "inte ej inget ingen ingenting varken får kan ska möjligt rätt befogenhet kompetens lag lagen"
        " kommunallagen lagligt olagligt stöd utrymme hinder hindrar förbud förbjuder krävs saknar saknas"
        " kommunen staten region ansvar uppgift omfattas ligger inom utanför nämnden förvaltningen"
        " motionären föreslår bedömer anser konstaterar finner därmed således alltså enligt tveksamt"
        " osäkert oklart"
    ).split()
)


def marks(low: str) -> dict[str, None]:
    """The marks of a sentence in lower case, each once, in the order in which they are met. Time linear in
    the sentence. A figure is `0`; `<` and `>` are its ends."""
    words = ["<"]
    words += ["0" if word[0].isdigit() else word[:_LETTERS] for word in _WORD.findall(_NUMBERS.sub("", low))]
    words.append(">")
    found = dict.fromkeys(words)
    for word, following in pairwise(words):
        found[f"{word} {following}"] = None
    small = [word for word in words if word in _SMALL]
    for place, word in enumerate(small):
        for other in small[place + 1 : place + 1 + _REACH]:
            found[f"{word} .. {other}"] = None
    return found
