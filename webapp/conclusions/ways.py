"""The pages that a search leads on to: of the ärende and the principle that it asks for."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flask import url_for

from remissarkiv.assessments import facts_of, read_principles
from remissarkiv.domain import Access, Dnr, Principle
from remissarkiv.query import Parsed, parse, tree
from webapp.addresses import SearchAddress
from webapp.conclusions.margin import Way
from webapp.matters.addresses import key_label, matter_address

if TYPE_CHECKING:
    from remissarkiv.bootstrap import Archive

MOST = 2
"""Ways of a sort; somebody who asks for more is looking at the hits."""


def conclusion_ways(archive: "Archive", address: SearchAddress, access: Access) -> tuple[Way, ...]:
    """The ärenden of the Dnr, and the principles, that a query requires; only ärenden that the caller may
    see."""
    parsed = parse(address.query)
    required = list(_required(parsed.tree))
    numbers = [leaf.dnr for leaf in required if isinstance(leaf, tree.DnrQ | tree.MatterQ)]
    matters = [way for dnr in numbers[:MOST] for way in _matters(archive, dnr, access)]
    principles = [
        Way(f"Om principen {facts_of(one).label.lower()}", url_for("princip.show", slug=facts_of(one).slug))
        for one in dict.fromkeys(_principles(parsed, required, address))
    ]
    return (*matters[:MOST], *principles[:MOST])


def _matters(archive: "Archive", dnr: Dnr, access: Access) -> Iterator[Way]:
    for matter in archive.catalog.matter_of_dnr(dnr.value, access):
        facts = archive.catalog.matter_facts(matter.documents, access)
        if not facts:
            continue  # removed between the two questions
        if href := matter_address(matter, facts):
            kommun = next((one.kept_by for one in facts if one.kept_by), "")
            place = f", {kommun}" if kommun else ""
            yield Way(f"Ärendet {key_label(matter.keys[0])}{place}", href)


def _principles(parsed: Parsed, required: list[tree.Leaf], address: SearchAddress) -> Iterator[Principle]:
    for leaf in required:
        if isinstance(leaf, tree.ConcludedQ) and leaf.column == "principle" and len(leaf.values) == 1:
            yield Principle(leaf.values[0])
    chosen = address.filters.get("principle", ())
    yield from (one for one in Principle if one.value in chosen)
    if parsed.question and parsed.question.principle:
        yield from read_principles(parsed.question.principle[0])
    elif len(required) == 1 and isinstance(required[0], tree.Word | tree.Phrase):
        name = required[0].text
        yield from read_principles(name) if "princip" in name.lower() else ()


def _required(node: tree.Tree) -> Iterator[tree.Leaf]:
    """The leaves that every hit answers; not those of `INTE` and `ELLER`."""
    if isinstance(node, tree.And):
        for child in node.children:
            yield from _required(child)
    elif not isinstance(node, tree.Or | tree.Not):
        yield node
