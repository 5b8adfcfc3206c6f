"""Answers as JSON and as lines for a terminal."""

from collections.abc import Mapping, Sequence
from typing import Any

from rich.markup import escape
from rich.text import Text

from remissarkiv.domain import Contribution, Copy, Hit, HitList, Snippet, Understood
from remissarkiv.engines.scoring import WHOLE_PRIOR
from remissarkiv.sync.prior import prior

CONCLUSION_SORTS = {"verdict": "assessment", "stance": "position", "outcome": "decision"}


Explained = Mapping[str, Sequence[Contribution]]
"""What adds to the score of each hit, by its id; empty where nobody asked."""

_GUISES = {
    "title_exact": "i titeln",
    "title": "i titeln, i annan böjning",
    "exact": "i texten",
    "text": "i texten, i annan böjning",
    "parts": "som del av ett sammansatt ord",
    "raw": "bland fellästa ord",
}


def as_dict(answer: HitList, *, snippets: bool = True, explained: Explained | None = None) -> dict[str, Any]:
    """The answer as `remiss search --json` prints it. `understood` (what the query was taken for where it
    holds a Dnr or a lagrum) and `offers` are there when there is anything to tell, and so are the
    `conclusions` of a hit. What is `explained` of a hit's score is its `explanation`."""
    out: dict[str, Any] = {
        "query": answer.query,
        "total": answer.total,
        "hits": [
            hit_dict(hit, snippets=snippets) | _explanation(hit, explained or {}) for hit in answer.hits
        ],
        "facets": {name: list(counts) for name, counts in answer.facets.items()},
        "problems": [{"message": p.message, "span": list(p.span)} for p in answer.problems],
        "suggestion": answer.suggestion,
    }
    identifiers = [entry for entry in answer.understood if entry.identifiers]
    if identifiers:
        out["understood"] = [_understood(entry) for entry in identifiers]
    if answer.offers:
        out["offers"] = [
            {"label": o.label, "query": o.query, "more": o.more} | ({"narrows": True} if o.narrows else {})
            for o in answer.offers
        ]
    return out


def _understood(entry: Understood) -> dict[str, str]:
    out = {"label": entry.label, "value": entry.value}
    if entry.note:
        out["note"] = entry.note
    if entry.as_words:
        out["as_words"] = entry.as_words
    return out


def hit_dict(hit: Hit, *, snippets: bool = False) -> dict[str, Any]:
    """A hit as JSON has it."""
    out: dict[str, Any] = {
        "id": hit.id,
        "title": hit.title,
        "kind": hit.kind,
        "date": hit.date.isoformat() if hit.date else None,
        "dnr": list(hit.dnr),
        "namnd": hit.namnd,
        "path": hit.path,
        "score": round(hit.score, 6),
    }
    if hit.part:
        out["part"] = hit.part
    if hit.conclusions:
        out["conclusions"] = [
            {
                "sort": CONCLUSION_SORTS[one.column],
                "value": one.value,
                "actor": one.actor.name,
                "actor_kind": one.actor.kind.value,
                "status": one.status.value,
                "certain": one.certain,
            }
            for one in hit.conclusions
        ]
    if hit.copies:
        out["copies"] = [
            {"id": copy.id, "path": copy.path} | ({"part": copy.part} if copy.part else {})
            for copy in hit.copies
        ]
    if snippets:
        out["snippets"] = [
            {"text": s.text, "highlights": [list(span) for span in s.highlights]} for s in hit.snippets
        ]
    return out


def _explanation(hit: Hit, explained: Explained) -> dict[str, Any]:
    if hit.id not in explained:
        return {}
    told = [
        {"field": one.field, "terms": list(one.terms), "boost": one.boost, "score": round(one.score, 6)}
        | ({"stated": True} if one.stated else {})
        for one in explained[hit.id]
    ]
    return {"explanation": told, "prior": prior(hit.date, hit.quality) / WHOLE_PRIOR}


def score_lines(hit: Hit, explained: Explained) -> list[Text]:
    """What each word adds to a hit's score, a line each, the score itself, and what date and legibility do to
    it; nothing where it was not
    asked for."""
    if hit.id not in explained:
        return []
    lines = [f"poäng {hit.score:.3f}"]
    for one in explained[hit.id]:
        guise = _GUISES.get(one.field, one.field)
        stated = ", också i egen bedömning eller eget beslut" if one.stated else ""
        lines.append(f"  {one.score:.3f}  {' '.join(one.terms)} ({guise}{stated}, vikt {one.boost:g})")
    worth = prior(hit.date, hit.quality)
    if lines[1:] and worth != WHOLE_PRIOR:
        lines.append(f"  i varje tal: gånger {worth / WHOLE_PRIOR:g} för datum och läsbarhet")
    return [Text(f"     {one_line(line)}", "dim") for line in lines]


def understood_line(entries: Sequence[Understood]) -> Text:
    """How the query was understood, on one line."""
    told = (f"{entry.label}: {entry.value}" + (f" – {entry.note}" if entry.note else "") for entry in entries)
    return Text(one_line(" · ".join(told)))


def advice_lines(answer: HitList) -> list[Text]:
    """How to have a recognised Dnr or lagrum taken for words, and what is offered beside the query."""
    words = (f"Sök som ord: {entry.as_words}" for entry in answer.understood if entry.as_words)
    offers = (
        f"{offer.label} ({offer.more} {'träffar' if offer.narrows else 'till'}): {offer.query}"
        for offer in answer.offers
    )
    return [Text(one_line(line)) for line in (*words, *offers)]


def hit_lines(number: int, hit: Hit) -> list[Text]:
    """A hit for a terminal: number and title, one line of metadata, the snippets."""
    meta = " · ".join(
        part
        for part in (hit.kind, hit.namnd, hit.date.isoformat() if hit.date else "", ", ".join(hit.dnr))
        if part
    )
    title = Text.from_markup(f"{number:>3}. [bold]{escape(one_line(hit.title))}[/bold]")
    return [
        title,
        Text(f"     {one_line(meta)}", "dim"),
        *map(_snippet, hit.snippets),
        *(Text(f"     {one_line(line)}", "dim") for line in _repaired(hit)),
        Text(f"     {one_line(_place(hit))}", "dim"),
        *(Text(f"     även {one_line(_place(copy))}", "dim") for copy in hit.copies),
    ]


def _repaired(hit: Hit) -> list[str]:
    """What the matched words had been read as, on one line; nothing when none was misread."""
    shown = ", ".join(f"{read} → {repaired}" for read, repaired in hit.repaired)
    return [f"rättat: {shown}"] if shown else []


def _place(found: Hit | Copy) -> str:
    return f"{found.path} › {found.part}" if found.part else found.path


def _snippet(snippet: Snippet) -> Text:
    text = Text("     ")
    text.append(snippet.text)
    for start, end in snippet.highlights:
        text.stylize("bold yellow", start + 5, end + 5)
    return text


def one_line(text: str) -> str:
    """Text from a document on one line, without characters that steer a terminal."""
    return "".join(sign if sign.isprintable() else " " for sign in text)
