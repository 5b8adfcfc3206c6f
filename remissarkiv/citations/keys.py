"""Citation keys: their ancestors, what people call them, where they lead.

A key is a path of lagen.nu. For acts the part after `#` is a row of letters with a number each: K kapitel,
P paragraf, O moment, S stycke, N punkt, M mening.
"""

import re
from functools import lru_cache

from remissarkiv.acts import act, eu_name
from remissarkiv.citations.eu_labels import eu_label

_PROVISION_PART = re.compile(r"([KPOSNM])(\d{1,4}[a-z]?|[a-z])")
_IS_PROVISION = re.compile(r"#(?:(?:K\d+[a-z]?)?P\d+[a-z]?|A?\d+[a-z]?)\Z")
_ORDINALS = (
    "nollte första andra tredje fjärde femte sjätte sjunde åttonde nionde tionde elfte tolfte trettonde "
    "fjortonde femtonde sextonde sjuttonde artonde nittonde tjugonde"
).split()
_COURTS = {
    "nja": "NJA",
    "ra": "RÅ",
    "hfd": "HFD",
    "ad": "AD",
    "rh": "RH",
    "mod": "MÖD",
    "pmod": "PMÖD",
    "md": "MD",
    "mig": "MIG",
}
_PRINTS = {
    "prop": "prop.",
    "sou": "SOU",
    "ds": "Ds",
    "bet": "bet.",
    "rskr": "rskr.",
    "dir": "dir.",
    "mot": "mot.",
    "skr": "skr.",
}
_NUMBERED_BY = {"hfd": " ref. ", "ra": " ref. ", "ad": " nr "}

# "2017:725", "1736:0123_2" (balkar of 1734), "1910:103_s.1" (the same number twice).
_ACT_FORM = r"[0-9]{4}:[0-9]{1,4}(?:_[A-Za-z0-9][A-Za-z0-9.]{0,7})?"
# "prop/2016/17:171", "dom/nja/1998s14", "ext/celex/12016E/TXT"
_OTHER_FORM = (
    rf"(?:{'|'.join(_PRINTS)}|dom|avg|ext)(?:/[A-Za-zÅÄÖåäö0-9][A-Za-zÅÄÖåäö0-9:._()-]{{0,39}}){{1,5}}"
)
_FORM = re.compile(rf"(?:{_ACT_FORM}|{_OTHER_FORM})(?:#[A-Za-z0-9][A-Za-z0-9.-]{{0,59}}(?::[0-9]{{1,4}})?)?")
_LONGEST = 120


def is_key(text: str) -> bool:
    """Whether a text, whatever a browser sent or a person pasted, has the form of a citation's key; whether
    anything has that key is another matter. `2017:725#K2P1` and `dom/nja/1998s14` do, `och/eller` not."""
    return len(text) <= _LONGEST and _FORM.fullmatch(text) is not None


def key_ancestors(key: str) -> tuple[str, ...]:
    """All keys that contain this one, the root first and the key itself last.

    `2017:725#K2P1` gives `2017:725`, `2017:725#K2`, `2017:725#K2P1`; `ext/celex/32016R0679#6.3` passes `#6`.
    """
    root, hash_, rest = key.partition("#")
    if not hash_:
        return (key,)
    steps: list[str] = []
    if root.startswith("ext/celex/"):
        parts = rest.split(".")
        steps = [".".join(parts[:count]) for count in range(1, len(parts) + 1)]
    elif rest.startswith("S") and "/" in root:
        parts = rest.split("-")
        steps = ["-".join(parts[:count]) for count in range(1, len(parts) + 1)]
    elif root.startswith("ext/coe/"):
        article, p, paragraph = rest.partition("P")
        steps = [article, f"{article}P{paragraph}"] if p else [article]
    else:
        end = 0
        while match := _PROVISION_PART.match(rest, end):
            end = match.end()
            steps.append(rest[:end])
        if end != len(rest):
            steps = [rest]
    return (root, *(f"{root}#{step}" for step in steps))


def act_of(key: str) -> str | None:
    """The act a key belongs to: `2017:725` of `2017:725#K2P1`, `ext/celex/32016R0679` of its articles; None
    for förarbeten, cases and decisions."""
    root = key.partition("#")[0]
    return root if "/" not in root or root.startswith("ext/") else None


def provision_of(key: str) -> str | None:
    """The § or article a key lies in: `2017:725#K2P1` of `2017:725#K2P1S2`; None for what names no § of an
    act."""
    if act_of(key) is None:
        return None
    return next((step for step in key_ancestors(key) if _IS_PROVISION.search(step)), None)


def _ordinal(number: str) -> str:
    return _ORDINALS[int(number)] if number.isdigit() and int(number) < len(_ORDINALS) else number


@lru_cache(maxsize=8192)
def _provision(rest: str) -> str:
    words = []
    for letter, number in _PROVISION_PART.findall(rest):
        spaced = re.sub(r"(\d)([a-z])", r"\1 \2", number)
        words.append(
            {
                "K": f"{spaced} kap.",
                "P": f"{spaced} §",
                "O": f"{spaced} mom.",
                "S": f"{_ordinal(number)} stycket",
                "N": spaced,
                "M": f"{_ordinal(number)} meningen",
            }[letter]
        )
    # "6 § 1": the stycke that a punkt implies is not written when it is the only one meant.
    text = " ".join(words)
    return re.sub(r"(§|mom\.) första stycket (?=\d)", r"\1 första stycket ", text)


def _act_label(root: str, rest: str) -> str:
    known = act(root)
    name = f"{known.names[0]} ({root})" if known else f"SFS {root}"
    if rest.startswith("L"):
        return f"{name}, ändring {rest[1:]}"
    return f"{_provision(rest)} {name}".strip()


def _case_label(path: str) -> str:
    court, _, rest = path.partition("/")
    name = _COURTS.get(court, court.upper())
    if "/not/" in rest:
        year, _, number = rest.partition("/not/")
        return f"{name} {year} not. {number}"
    if rest.count("/") == 2:  # the letter series of RÅ before 1987: ra/1984/ab/187
        year, series, number = rest.split("/")
        return f"{name} {year} {series.capitalize()} {number}"
    if court == "nja":
        year, _, page = rest.partition("s")
        return f"{name} {year} s. {page}"
    if rest.count(":") == 2:  # RÅ 1984 2:69
        return f"{name} {rest.replace(':', ' ', 1)}"
    return (
        f"{name} {rest.replace(':', _NUMBERED_BY[court], 1)}" if court in _NUMBERED_BY else f"{name} {rest}"
    )


def key_label(key: str) -> str:
    """The Swedish short form for people: `2 kap. 1 § kommunallagen (2017:725)`, `prop. 2016/17:171 s. 45`."""
    root, _, rest = key.partition("#")
    head, _, path = root.partition("/")
    if head == "dom":
        return _case_label(path)
    if head == "avg":
        body, _, number = path.partition("/")
        return f"{body.upper()} dnr {number}"
    if head == "ext":
        article = rest.removeprefix("A").replace("P", ".")
        name = eu_name(root) or eu_label(root)
        return f"art. {article} {name}" if rest else name
    if head in _PRINTS:
        label = f"{_PRINTS[head]} {path}"
        if rest.startswith("sid"):
            return f"{label} s. {rest[3:]}"
        return f"{label} avsnitt {rest[1:].replace('-', '.')}" if rest else label
    return _act_label(root, rest)


def citation_url(key: str) -> str:
    """The page of lagen.nu that shows what the key means."""
    return f"https://lagen.nu/{key}"
