"""A sentence as the readers of decisions read it: in lower case and without rings and dots over letters, so
that "avslås", "AVSLÅS" and what OCR left of it ("avslas") are one word. Every sign keeps its place."""

import re

_PLAIN = str.maketrans("åäöéàáèêëüæøÅÄÖÉÀÁÈÊËÜÆØ", "aaoeaaeeeuaoaaoeaaeeeuao")
_NOBODY_DECIDES = re.compile(
    r"\b(?:i (?:enlighet|anslutning|overensstammelse|likhet) (?:med|till)|enligt|med (?:andring|bifall|avslag) "
    r"(?:av|till|pa)|till forman for|i stallet for|utover|mot bakgrund av|med anledning av)\b[^.;:]{1,90}?"
    r"\b(?:forslag(?:et|en)?|yrkande(?:t|n|na)?|hemstallan|beslutsforslag(?:et)?)\b"
    r"|\b(?:vad|sa|pa det satt|det) (?:som )?[^.,;:]{2,60}? (?:har |hade )?(?:foreslagit|foreslog|foreslar|"
    r"anfort|hemstallt|yrkat)\b"
)
"""What a decision follows is not what is decided: "enligt kommunstyrelsens förslag", "som styrelsen
föreslagit"."""


def folded(text: str) -> str:
    """The text in small letters without å, ä and ö, as long as it was."""
    small = text.translate(_PLAIN).lower()
    return small if len(small) == len(text) else text.translate(_PLAIN)


def without_models(text: str) -> str:
    """A folded text with what the decision follows blotted out, as long as it was."""
    return _NOBODY_DECIDES.sub(lambda match: " " * len(match[0]), text)


def follows_a_proposal(text: str) -> bool:
    """Whether a folded text says that a decision follows somebody's proposal."""
    return any("forslag" in match[0] or "foresl" in match[0] for match in _NOBODY_DECIDES.finditer(text))
