"""Legal citations: acts and their provisions, förarbeten, court cases, decisions, EU law.

A key is a path of lagen.nu, so that every citation is also a link. `find.py` joins one reader per kind;
the names of acts are in `remissarkiv.acts`.
"""

from remissarkiv.citations.find import find_citations
from remissarkiv.citations.keys import act_of, citation_url, is_key, key_ancestors, key_label, provision_of
from remissarkiv.domain import Citation

__all__ = [
    "Citation",
    "act_of",
    "citation_url",
    "find_citations",
    "is_key",
    "key_ancestors",
    "key_label",
    "provision_of",
]
