"""Which part of a proposal a decision is about, in the words of the text."""

import re

_NUMBER = r"(?:\d{1,2}(?:(?:, | och |[-–])\d{1,2}){0,4})"
_ORDINAL = r"(?:första|andra|tredje|fjärde|femte|sjätte|sjunde|sista|återstående|övriga|båda)"
_POINT = r"(?:att-?sats(?:en|er|erna)?|yrkande(?:t|na)?|förslag(?:et|en)?|punkt(?:en|erna)?)"
_PART = re.compile(
    rf"(?:{_ORDINAL}(?:(?:,| och| samt) {_ORDINAL}){{0,4}}|\d{{1,2}}:[ae]) (?:{_POINT}|del(?:en)?)\b"
    rf"|{_POINT} {_NUMBER}"
    r"|\bi övrigt\b|\bövriga delar\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\b(?:såvitt (?:avser|gäller|rör)|i vad (?:avser|mån avser)|"
    r"i (?:den del|de delar) som (?:rör|avser|gäller)|i fråga om|vad (?:avser|gäller)|"
    r"när det gäller|i den del den (?:rör|avser|gäller)) "
    r"(?P<what>[^,.;:]{2,90})",
    re.IGNORECASE,
)
_ROW = re.compile(
    r"\A\s{0,3}(?:att-?sats |punkt )?\d{1,2}[.)]?[ \t]{1,3}(?P<what>[^\t\n]{3,80}?)(?:\t| {3})", re.IGNORECASE
)
"""A row of a table of decisions: `2. Utredning av linbana    Avslås    24 ja, 17 nej`."""
_END = re.compile(r" (?:samt|och att|med hänvisning|enligt|genom)\b.*\Z")
_JOINT = re.compile(r"\b(?:och|samt|dels|men)\b|[,;\n]")


def joint(text: str, first: int, last: int) -> int | None:
    """Where between two verbs of one sentence, `text[first:last]`, the words of the second begin: in "bifalla
    motionen i fråga om ombud och i övrigt avslå den" at "och". None where nothing parts them."""
    joints = [found.start() for found in _JOINT.finditer(text[first:last])]
    return first + joints[-1] if joints else None


def target_in(text: str) -> str:
    """The part of the proposal that the words of one decision name, "" for the whole of it."""
    part = _PART.search(text)
    if part is not None:
        return part[0]
    row = _ROW.match(text)
    if row is not None:
        return row["what"].strip()
    about = _ABOUT.search(text)
    return _END.sub("", about["what"]).strip() if about is not None else ""
