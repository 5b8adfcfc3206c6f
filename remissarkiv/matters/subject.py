"""What an ärende is about, as its documents' titles have it in common."""

import re

from remissarkiv.language.skeleton import skeleton

_LONGEST = 200

# What stands before the subject in a title, as skeletons of words: "Svar på remiss av motion om".
_FORMS = re.compile(
    r"(?:\w+\s){0,12}?(?:motion(?:en)?|medborgarf\w+rslag(?:et)?|remiss(?:en)?)"
    r"\s(?:\w+\s){0,8}?(?:om|ang\w+ende|ang|avseende|r\w+rande)\s",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+")


def subject_of(title: str) -> str:
    """The subject of a title as a key that survives OCR: "Svar på remiss av motion om att inrätta ett
    kompetenscenter" and "Motion om att inratta ett kompetenscenter" have the same; "" for a title that names
    no motion, medborgarförslag or remiss."""
    plain = " ".join(_WORD.findall(title[:_LONGEST].lower()))
    found = _FORMS.match(plain + " ")
    if found is None:
        return ""
    return " ".join(skeleton(word) for word in plain[found.end() :].split())
