"""The Whoosh engine: an index in a folder, no server, fed with ready terms.

How it works, in the order of a document's way: `fields` (what Whoosh stores; the index format), `batch` and
`merging` (writing), `state` (sequence, fingerprint, checksums), `leaf` and `snapshot` (reading one
generation), `evaluation` (the query tree), `engine` (all together), `integrity` (is the index sound).

An index folder is trusted like code: Whoosh keeps its table of contents and its posting blocks as pickles, so
only the archive's own user may be able to write there.
"""

import remissarkiv.engines.whoosh.quiet  # noqa: F401  # must come before anything imports Whoosh
from remissarkiv.engines.whoosh.engine import WhooshEngine

__all__ = ["WhooshEngine"]
