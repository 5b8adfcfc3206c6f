"""The Whoosh engine: an index in a folder, no server, fed with ready terms.

How it works, in the order of a document's way: `fields`, `blocks`, `coded_column` and `term_list` (what lies
in a segment; the index format), `batch`, `inverting`, `segment_writer`, `merging` and `merge_policy`
(writing), `state` (sequence, fingerprint, checksums), `segment_file`, `leaf` and `snapshot` (reading one
generation), `posting_cache`, `evaluation`, `matches` and `phrases` (the query tree), `collapsing`, `ranking`,
`page` and `facets` (the answer), `few` (the answer of few hits), `engine` (all together), `integrity` (is the
index sound). ARCHITECTURE.md has a picture of a query's way.

An index folder is trusted like code: Whoosh keeps its table of contents and its posting blocks as pickles, so
only the archive's own user may be able to write there.
"""

import remissarkiv.engines.whoosh.quiet  # noqa: F401  # must come before anything imports Whoosh
from remissarkiv.engines.whoosh.engine import WhooshEngine

__all__ = ["WhooshEngine"]
