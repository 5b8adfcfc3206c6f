"""What may stand between a provision and the act it is of: `9 § i den då gällande kommunallagen`,
`utsökningsbalkens bestämmelser i 4 kap. 3 §`.
"""

import re

from remissarkiv.acts import acts_abbreviated
from remissarkiv.citations.mentions import Mention, Naming

LONGEST_LINK = 40
_LONGEST_TITLE = 130

_TO_ACT = re.compile(
    # "första stycket 5. rättegångsbalken" has a stop too many.
    r"(?P<stop>\.(?=\s))?"
    r"\s{0,3}(?:[^\s§(]{1,4}\s{0,2}§(?:\s?§)?\s{1,3})?(?:,\s(?:allt|samtliga|båda|alla)\s{1,3})?"
    r"(?:(?:i|av|ur|till|enligt)\s{1,3})?(?:(?:den|de)\s{1,3})?"
    r"(?:(?:då|tidigare|numera|nu)\s{1,3}(?=gällande|upphävda))?"
    r"(?:(?:först|sist|ovan)?nämnda\s{1,3})?"
    r"(?P<age>(?:nya|gamla|äldre|tidigare|dåvarande|nuvarande|gällande|upphävda)\s{1,3})?"
    r"(?P<paren>\(\s?)?\Z"
)
_FROM_ACT = re.compile(r"(?::s(?=\s))?\)?\s{0,3}[,:(]?\s{0,3}\Z")
_BY_ITS_RULES = re.compile(
    r"\s(?:bestämmelse|regel|föreskrift|stadgande|bestämmelser|bestämmelserna|regler|reglerna|föreskrifter|"
    r"föreskrifterna|krav|stadganden)(?:\som\s[^.;:()§,]{2,60})?\si\s\Z"
)
# "Enligt lagen (2004:46) om investeringsfonder, 2 kap. 1 §,": nothing but the title lies between.
_TITLE_BETWEEN = re.compile(
    r"\s(?:om|med|angående)(?:\s(?!(?:är|var|har|hade|ska|skall|får|kan|bör|måste|gäller|gällde|tillämpas|innehåller|"
    r"finns|anges|avses|framgår|följer|enligt|jfr|jämför|se|eller|som|att|när|än|resp|respektive|samt|enl|dels|"
    r"stadgas|föreskrivs|regleras|[\w-]*as)(?:\s|,))[a-zåäö][\w-]*){1,12},?\s\Z"
)
_ENDS_IN_SMALL = re.compile(
    r"\s(?:i|av|och|eller|till|på|om|med|för|från|genom|vid|mot|utom|än|under|även|såväl),?\s\Z"
)
# Only then: "i lagen (1997:192) om internationell adoptionsförmedling, 10 §, 4. utan tillstånd" lists places.
_OPENS = re.compile(r"(?:\A|[.(]\s?|(?<!\w)(?i:enligt|jfr|se)\s)\Z")
_GAP = r"(?:[ \t\u00a0]{1,3}|[ \t]?\n(?!\s))"
_HEADING = re.compile(r"(?:\n[ \t]{0,3}\n|#)[ \t#]{0,7}\Z")
_LONGEST_MARK = 12
_SHORT = re.compile(
    rf"{_GAP}(?:i\s{{1,3}})?(?P<short>[A-ZÅÄÖ][a-zåäö]{{0,8}}[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{{0,6}})(?::s)?(?=[\s.,;)]|\Z)"
)
_SHORT_BEFORE = re.compile(
    r"(?<![\w-])(?P<short>[A-ZÅÄÖ][a-zåäö]{0,8}[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,6})(?::s)?[ \u00a0]\Z"
)
_LONGEST_SHORT = 24
_OTHER_TEXT = re.compile(
    rf"{_GAP}(?:i\s{{1,3}})?(?:[a-zåäö]{{2,20}}avtalet|avtalet|stadgarna|kontraktet|[a-zåäö]{{3,20}}föreskrifterna|"
    r"föreskrifterna|arbetsordningen|delegationsordningen|bolagsordningen)s?(?!\w)"
)
_NO_ACTS = frozenset(
    "AD ARN BO DO EES EG EU FN HD HFD HSB JK JO MD MIG MÖD NJA OECD PMÖD RH RÅ SCB SFS SKL SKR SOU".split()
)
"""Letters that a sentence may go on with behind a §: "enligt 3 § SKR har …"."""


def to_act(text: str, end: int, mention: Mention) -> re.Match[str] | None:
    """What stands between a provision that ends at `end` and the `mention` behind it, None when they do not
    belong together."""
    link = _TO_ACT.match(text[end : mention.span.start])
    if link is None or mention.amendment or (link["paren"] and mention.name):
        return None
    # "följer av 35 §. lag (1984:595)." tells what amended the §.
    if link["stop"] and (mention.naming is not Naming.NAME or not text[mention.span.start].islower()):
        return None
    return link


def is_from_act(text: str, mention: Mention, start: int) -> bool:
    """Whether a provision that begins at `start` is of the act mentioned before it."""
    end = mention.span.end
    if start - end > _LONGEST_TITLE:
        return False
    between = text[end:start]
    if start - end <= LONGEST_LINK and _FROM_ACT.match(between):
        return mention.naming is not Naming.UNKNOWN or "\n\n" not in between
    if text[end - 1] == "s" and _BY_ITS_RULES.match(between):
        return True
    if mention.naming is not Naming.NUMBER:
        return False
    if not _TITLE_BETWEEN.match(between) or _ENDS_IN_SMALL.search(between):
        return False
    return (
        "," not in between
        or _OPENS.search(text[max(0, mention.span.start - 8) : mention.span.start]) is not None
    )


def is_of_unknown(text: str, start: int, end: int) -> bool:
    """Whether a provision that goes from `start` to `end` is of something that nobody here knows: `3 §
    SkbrL`, `1 § AB 04`, `5 § stadgarna`. Behind a heading ("### 15 § RIKAB får besluta") it is the text."""
    if _HEADING.search(text[max(0, start - _LONGEST_MARK) : start]):
        return False
    before = _SHORT_BEFORE.search(text, max(0, start - _LONGEST_SHORT), start)
    for short in (before, _SHORT.match(text, end)):
        if short and short["short"] not in _NO_ACTS and not acts_abbreviated(short["short"]):
            return True
    return _OTHER_TEXT.match(text, end) is not None
