"""Which §§ of two acts correspond is suggested from their words."""

from training.counterparts import pairs, sections
from training.references import alike, said

OLDER = """# Lag

### 1 §

Kommunen skall svara för att en god bebyggd miljö skapas och bevaras inom kommunen. Lag (1990:1).

### 2 §

Ansökan om lov görs skriftligen hos byggnadsnämnden av den som äger fastigheten.

### Övergångsbestämmelser

### 3 §

Något annat.
"""

NEWER = (
    "1 kap. 1 § Inledande bestämmelser om lagens innehåll finns i detta kapitel.\n"
    "2 kap. 3 a § Kommunen ska svara för att en god bebyggd miljö skapas och bevaras inom kommunen. "
    "Lag (2010:2)."
)


def test_sections_are_found_by_headings_and_by_lines() -> None:
    assert list(sections(OLDER)) == ["P1", "P2"]
    assert list(sections(NEWER)) == ["K1P1", "K2P3a"]


def test_the_same_words_are_suggested_and_others_are_not() -> None:
    ((likeness, newer, older),) = pairs(sections(NEWER), sections(OLDER))
    assert (newer, older) == ("K2P3a", "P1")
    assert likeness > 0.9


def test_the_same_sentence_with_another_reference_suggests_that_both_correspond() -> None:
    older = "Av 1 kap. 5 § sekretesslagen (1980:100) framgår att socialnämnden får polisanmäla brott mot den."
    newer = older.replace("1 kap. 5 § sekretesslagen (1980:100)", "10 kap. 2 § OSL (2009:400)")
    other = "I 7 kap. 4 § sekretesslagen (1980:100) finns bestämmelser om något helt annat som rör vård."
    sentences = [*said("1980:620", older), *said("2001:453", newer), *said("1982:763", other)]
    ((_, new, old),) = alike(sentences)
    assert (new.provisions, old.provisions) == (("2009:400#K10P2",), ("1980:100#K1P5",))
