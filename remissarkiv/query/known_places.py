"""A lagrum that does not exist is searched as it is written, and the person is told."""

from dataclasses import replace

from remissarkiv.acts import Known, act, known
from remissarkiv.citations import act_of, key_label
from remissarkiv.query import problems
from remissarkiv.query.tree import LagQ

_MOST_TOLD = 3


def judged(lagrum: LagQ) -> tuple[LagQ, tuple[str, ...]]:
    """The lagrum, with how it is spelled counting too when it has to, and what to tell of it.

    A § that is known is searched by its key alone: a document of 1995 that spells `2 kap. 1 § kommunallagen`
    the same way means another act, and is offered instead of mixed in. What does not exist is also searched
    as it is spelled; so are, found among words, förarbeten, cases, and acts that no table has: the number in
    "Förbättrad kontroll (2025:7)" is a report's.
    """
    unknown = [(key, what) for key in lagrum.keys if (what := known(key)) is not Known.YES]
    told = dict.fromkeys(_told(key, what) for key, what in unknown[:_MOST_TOLD])
    named = all(_is_named(key) for key in lagrum.keys)
    spelled = len(unknown) == len(lagrum.keys) or (not lagrum.field and not named)
    return replace(lagrum, spelled=spelled), tuple(told)


def _is_named(key: str) -> bool:
    root = act_of(key)
    return root is not None and ("/" in root or act(root) is not None)


def _told(key: str, what: Known) -> str:
    root = key.partition("#")[0]
    if what is Known.NO_SUCH_ACT:
        return problems.no_such_act(root)
    name = key_label(root)
    return problems.beyond_act(key_label(key).removesuffix(name).strip(), name)
