"""A correction in words: what it was, what it became, who, when and why."""

import datetime
from dataclasses import dataclass

from remissarkiv.corrections import Corrected, Correction, Entry, State, Value, What
from remissarkiv.labels import CORRECTABLE, DNR_ROLES, kind_label

_NONE: dict[What, str] = {
    What.ASSESSMENT: "ingen bedömning",
    What.POSITION: "inget ställningstagande",
    What.DECISION: "inget beslut",
    What.MATTER: "–",
    What.DNR: "inget Dnr",
}

_LONGEST = 200


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """A correction as a page shows it. `thing` is what was corrected ("Bedömning av kompetensen"), `quote`
    the sentence it stands in, `undoes` the number of the correction that it takes back."""

    id: int
    what: str
    thing: str
    was: str
    became: str
    quote: str
    person: str
    made: datetime.datetime
    reason: str
    undoes: int | None
    state: State

    @property
    def is_undone(self) -> bool:
        """Whether somebody has taken it back."""
        return self.state is State.UNDONE

    @property
    def is_idle(self) -> bool:
        """Whether the text it speaks of is gone."""
        return self.state is State.GONE


class HandMarks:
    """What was corrected by hand in one document."""

    def __init__(self, corrected: Corrected | None) -> None:
        self._corrected = corrected
        entries = corrected.entries if corrected else ()
        self.every = tuple(view(entry) for entry in reversed(entries))
        self._views = {one.id: one for one in self.every}

    def of(self, what: str, key: object = "") -> tuple[CorrectionView, ...]:
        """What was said of one thing, the last first: of a finding its number in the document's list, of a
        Dnr its value, else ""."""
        if self._corrected is None:
            return ()
        marks = self._corrected.marks.get((What(what), str(key)), ())
        return tuple(self._views[one.id] for one in reversed(marks))


def view(entry: Entry) -> CorrectionView:
    """The correction as a page shows it."""
    one = entry.correction
    return CorrectionView(
        id=one.id,
        what=one.what.value,
        thing=CORRECTABLE[one.what.value],
        was=_shortened(words(one.what, one.was)),
        became=_shortened(words(one.what, one.became)),
        quote=_quote(one),
        person=one.person,
        made=one.made,
        reason=one.reason,
        undoes=one.undoes,
        state=entry.state,
    )


def words(what: What, value: Value | None) -> str:
    """A value as people say it: "inte förenligt, juridisk rådgivning (Socialförvaltningen, förslag)"."""
    if value is None:
        return _NONE.get(what, "")
    match what:
        case What.TITLE:
            return f"”{value.get('title', '')}”"
        case What.WORD:
            return f"”{value.get('word', '')}”"
        case What.KIND:
            return kind_label(str(value.get("kind", "")))
        case What.DNR:
            role = DNR_ROLES.get(str(value.get("role")), str(value.get("role")))
            return f"{value.get('dnr', '')} ({role[:1].lower()}{role[1:]})"
        case What.MATTER:
            return f"ärendet {value.get('dnr', '')}"
    said = [value.get(name) for name in ("verdict", "stance", "outcome", "concerns", "target")]
    by = ", ".join(str(value[name]) for name in ("actor", "status") if value.get(name))
    return ", ".join(str(one) for one in said if one) + (f" ({by})" if by else "")


def _quote(correction: Correction) -> str:
    anchor = correction.anchor
    if correction.what is What.WORD:
        return _shortened(f"{anchor.before}{anchor.read}{anchor.after}")
    return _shortened(anchor.text)


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 2]} …"
