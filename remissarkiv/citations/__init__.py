"""Legal citations: acts and their provisions, förarbeten, court cases, decisions, EU law.

A key is a path of lagen.nu, so that every citation is also a link. `find.py` joins one reader per kind;
`acts.tsv` and `eu_acts.tsv` hold the names.
"""

from remissarkiv.citations.find import find_citations
from remissarkiv.citations.keys import citation_url, key_ancestors, key_label
from remissarkiv.domain import Citation

__all__ = ["Citation", "citation_url", "find_citations", "key_ancestors", "key_label"]
