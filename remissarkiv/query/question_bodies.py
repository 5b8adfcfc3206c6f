"""Whose word a question asks for: "hur svarade socialnämnden", "har fullmäktige bifallit"."""

from remissarkiv.domain import Span
from remissarkiv.query.question_patterns import pattern

_NAME = (
    r"(?P<body>(?:[^\W\d_]{2,20}- och )?[^\W\d_]{2,25}(?:nämnden|styrelsen|förvaltningen|kontoret|rådet)"
    r"|(?:kommun)?fullmäktige)"
)
_SAYS = (
    r"(?:svarade|svarat|svarar|yttrade|yttrat|yttrar|tyckte|tyckt|tycker|ansåg|ansett|anser|sade|sa|sagt"
    r"|säger|bedömde|bedömt|bedömer|skrev|skrivit|skriver|tillstyrkte|tillstyrkt|tillstyrker"
    r"|avstyrkte|avstyrkt|avstyrker|ställde|ställt|ställer|beslutade|beslutat|beslöt|bestämde"
    r"|biföll|bifallit|bifaller|avslog|avslagit|avslår|avstod|avstått|återremitterade|godkände)(?: sig)?"
)


_SPEAKING = (
    pattern(rf"{_SAYS} {_NAME}"),
    pattern(rf"{_NAME} (?:har |hade |inte |sedan |sen )?{_SAYS}"),
)


def question_body(text: str) -> tuple[str, Span] | None:
    """The body whose answer or decision is asked for, as it is called in full, and its place; None when the
    question is of nobody's, or only about a body: "vad sades om socialnämnden"."""
    for row in _SPEAKING:
        if match := row.search(text):
            name = " ".join(match["body"].lower().split())
            return ("kommunfullmäktige" if name.startswith("fullm") else name), Span(*match.span("body"))
    return None
