"""A lagrum in a question about assessments: what they rest on, today and in older acts."""

from collections.abc import Iterator, Sequence

from remissarkiv.acts import older_counterparts
from remissarkiv.citations import act_of
from remissarkiv.query import tree
from remissarkiv.search.lagrum_lists import asked_for

_MOST_KEYS = 8
_COMPETENCE = "kompetens:"
_ANY_VERDICT = "kompetens:*"


def grounded(
    fields: Sequence[str], words: Sequence[str], leaves: Sequence[tree.Leaf], text: str
) -> Iterator[tuple[list[str], list[str]]]:
    """Fields and words for each act that assessments may rest on, the act that was asked for first:
    `kompetens:*` and `2 kap. 8 § KL` are `grund:"2 kap. 8 § KL"`, and of the act before it
    `grund:"2 kap. 8 § kommunallagen (1991:900)"`. Those given where no assessment or no lagrum is asked for.
    """
    places = [leaf for leaf in leaves if isinstance(leaf, tree.LagQ)]
    if len(places) != 1 or not any(field.startswith(_COMPETENCE) for field in fields):
        yield list(fields), list(words)
        return
    typed = text[slice(*places[0].span)]
    others = [word for word in words if word != typed]
    rest = [field for field in fields if field != _ANY_VERDICT]
    if '"' not in typed:
        yield [f'grund:"{typed}"', *rest], others
    older: dict[str, list[str]] = {}
    for key in places[0].keys[:_MOST_KEYS]:
        for row in older_counterparts(key):
            older.setdefault(act_of(row.older) or row.older, []).append(row.older)
    for keys in older.values():
        asked = asked_for(tuple(dict.fromkeys(keys)))
        if " ELLER " not in asked:
            yield [asked.replace("lag:", "grund:", 1), *rest], others
