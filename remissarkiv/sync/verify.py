"""Do catalog and index agree?"""

from remissarkiv.catalog import Catalog
from remissarkiv.engines.interface import Engine
from remissarkiv.errors import IndexBrokenError, IndexMismatchError

SHOWN = 5
_REBUILD = "run: remiss rebuild"


def verify(catalog: Catalog, engine: Engine) -> tuple[str, ...]:
    """The differences between catalog and index, one English line each; none when they agree. An index that
    cannot be opened is one of them."""
    try:
        return _differences(catalog, engine)
    except (IndexBrokenError, IndexMismatchError) as error:
        return (str(error),)


def _differences(catalog: Catalog, engine: Engine) -> tuple[str, ...]:
    problems = [one if _REBUILD in one else f"{one}; {_REBUILD}" for one in engine.check()]
    behind = catalog.last_sequence() - engine.sequence()
    if behind > 0:
        problems.append(f"the index lacks the last {behind} changes of the catalog; run: remiss index")
    stored, indexed = set(catalog.all_ids()), set(engine.ids())
    problems += _difference("in the catalog but not in the index", stored - indexed)
    problems += _difference("in the index but not in the catalog", indexed - stored)
    return tuple(problems)


def _difference(what: str, ids: set[str]) -> list[str]:
    if not ids:
        return []
    shown = ", ".join(sorted(ids)[:SHOWN]) + (" …" if len(ids) > SHOWN else "")
    return [f"{len(ids)} documents are {what} ({shown}); {_REBUILD}"]
