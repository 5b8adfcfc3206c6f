"""Imports Whoosh without the warnings that its five oldest files give when Python compiles them.

Must be the first import of the package: a module is compiled once, and warns only then.
"""

import warnings

with warnings.catch_warnings():
    warnings.filterwarnings("ignore", category=SyntaxWarning)
    warnings.filterwarnings("ignore", category=DeprecationWarning)
    import whoosh.codec.whoosh3
    import whoosh.columns
    import whoosh.fields
    import whoosh.filedb.filestore
    import whoosh.formats
    import whoosh.index
    import whoosh.matching
    import whoosh.query
    import whoosh.reading
    import whoosh.searching
    import whoosh.writing  # noqa: F401  # imported for their compilation alone
