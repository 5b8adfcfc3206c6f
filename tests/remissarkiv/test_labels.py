"""Every value of a closed vocabulary has a Swedish name."""

from remissarkiv import labels
from remissarkiv.corrections import What
from remissarkiv.domain import FACETS, DnrRole, Kind, SectionKind
from remissarkiv.export import EXPORTERS


def test_every_kind_section_and_role_has_its_name() -> None:
    assert set(labels.KINDS) == set(Kind)
    assert set(labels.SECTIONS) == set(SectionKind)
    assert set(labels.DNR_ROLES) == set(DnrRole)


def test_everything_that_can_be_corrected_has_its_name() -> None:
    assert set(labels.CORRECTABLE) == set(What)


def test_every_facet_and_every_export_format_has_its_name() -> None:
    assert set(labels.FACETS) == set(FACETS)
    assert list(labels.EXPORT_FORMATS) == [exporter.name for exporter in EXPORTERS]


def test_a_kind_that_is_not_in_the_table_is_shown_as_it_is() -> None:
    assert labels.kind_label("bilaga") == "Bilaga"
    assert labels.facet_value_label("kind", "motion") == "Motion"
    assert labels.facet_value_label("namnd", "socialnämnden") == "socialnämnden"
