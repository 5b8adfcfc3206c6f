"""The words the whole program agrees on: documents, spans, access, terms and hits. Plain values, no behaviour
beyond what follows from the values themselves."""

from remissarkiv.domain.access import LOCKED, NAMED_FILES, Access, Collection, group_of, shelf
from remissarkiv.domain.document import (
    Citation,
    Difference,
    Dnr,
    DnrMention,
    Document,
    DocumentSummary,
    Motionar,
    Page,
    Section,
    Signatory,
    SourceFile,
    StoredDocument,
)
from remissarkiv.domain.hits import Copy, Hit, HitList, Offer, Problem, Snippet, Understood
from remissarkiv.domain.kinds import DnrRole, Kind, SectionKind
from remissarkiv.domain.repairs import RepairedWord, read_at, repaired_words, wordings
from remissarkiv.domain.spans import Segment, Span
from remissarkiv.domain.terms import COLUMNS, FACETS, FIELDS, POSITION_FIELDS, FieldTerms, IndexEntry

__all__ = [
    "COLUMNS",
    "FACETS",
    "FIELDS",
    "LOCKED",
    "NAMED_FILES",
    "POSITION_FIELDS",
    "Access",
    "Citation",
    "Collection",
    "Copy",
    "Difference",
    "Dnr",
    "DnrMention",
    "DnrRole",
    "Document",
    "DocumentSummary",
    "FieldTerms",
    "Hit",
    "HitList",
    "IndexEntry",
    "Kind",
    "Motionar",
    "Offer",
    "Page",
    "Problem",
    "RepairedWord",
    "Section",
    "SectionKind",
    "Segment",
    "Signatory",
    "Snippet",
    "SourceFile",
    "Span",
    "StoredDocument",
    "Understood",
    "group_of",
    "read_at",
    "repaired_words",
    "shelf",
    "wordings",
]
