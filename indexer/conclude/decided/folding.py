"""A sentence as the readers of decisions read it: in lower case and without rings and dots over letters, so
that "avslås", "AVSLÅS" and what OCR left of it ("avslas") are one word. Every sign keeps its place."""

import re

from indexer.conclude.stems import lowered, without_rings

_MODEL = re.compile(
    r"\b(?:i (?:enlighet|anslutning|overensstammelse|likhet) (?:med|till)|enligt"
    r"|med (?:andring|bifall|avslag) (?:av|till|pa)|till forman for|i stallet for|utover"
    r"|mot bakgrund av|med anledning av)\b[^.;:]{1,90}?"
    r"\b(?:forslag(?:et|en)?|yrkande(?:t|n|na)?|hemstallan|beslutsforslag(?:et)?)\b"
    r"|\b(?:vad|sa|pa det satt) (?:som )?[^.,;:]{2,60}? (?:har |hade )?"
    r"(?:foreslagit|foreslog|foreslar|anfort|hemstallt|yrkat)\b"
)
"""What a decision follows is not what is decided: "enligt kommunstyrelsens förslag", "som styrelsen
föreslagit"."""


def folded(text: str) -> str:
    """The text in small letters without å, ä and ö, as long as it was."""
    return without_rings(lowered(text))


def without_models(text: str) -> str:
    """A folded text with what the decision follows blotted out, as long as it was."""
    return _MODEL.sub(lambda match: " " * len(match[0]), text)


def model_in(text: str) -> tuple[int, int] | None:
    """Where a folded text says whose proposal a decision follows, None where it does not."""
    models = (match for match in _MODEL.finditer(text) if "forslag" in match[0] or "foresl" in match[0])
    return next((match.span() for match in models), None)
