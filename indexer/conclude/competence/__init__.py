"""Assessments of kommunal kompetens: what the author itself concludes."""

from indexer.conclude.competence.assessing import find_assessments

__all__ = ["find_assessments"]
