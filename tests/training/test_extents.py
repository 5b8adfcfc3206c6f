"""How far an act goes is read from its text, and only when the text tells."""

from training.extents import Extent, extent

HEADED = """# Lag om vissa befogenheter

## 1 kap. Inledning

#### 1 §

Enligt 6 kap. 38 § kommunallagen gäller detta.

#### 2 §

## 2 kap. Bidrag

#### 1 §

Se 21 kap. 1 §.

#### 2 a §

#### 3 §

### Övergångsbestämmelser

#### 77 §
"""


def test_headings_tell_chapters_and_their_last_section() -> None:
    assert extent(HEADED) == Extent(2, {1: 2, 2: 3})


def test_lines_that_begin_with_their_place_tell_the_same() -> None:
    text = "1 kap. 1 § Lagen.\n1 kap. 2 § Mer.\n2 kap. 1 § Bidrag enligt 2 kap. 4 §.\n2 kap. 2 § Stöd."
    assert extent(text) == Extent(2, {1: 2, 2: 4})


def test_an_act_without_chapters_has_one_last_section() -> None:
    assert extent("\n".join(f"{number} § Detta gäller." for number in range(1, 9))) == Extent(0, {0: 8})


def test_sections_that_go_on_counting_through_chapters_have_one_last() -> None:
    text = "## 1 kap. A\n### 1 §\n### 2 §\n## 2 kap. B\n### 3 §\n### 4 §\n### 5 §\n"
    assert extent(text) == Extent(2, {0: 5})


def test_a_lost_heading_leaves_its_chapter_unsaid() -> None:
    text = "## 1 kap. A\n### 1 §\n### 2 §\n### 1 §\n### 2 §\n### 3 §\n## 3 kap. C\n### 1 §\n### 2 §\n"
    text += "## 4 kap. D\n### 1 §\n"
    assert extent(text) == Extent(4, {3: 2, 4: 1})


def test_an_amending_act_or_a_fragment_tells_nothing() -> None:
    assert extent("Härigenom föreskrivs att 41 § ska ha följande lydelse.\n### 41 §\nNytt.") is None
    assert extent("### 10 §\n### 11 §\n### 40 §\n### 41 §\n### 42 §\n") is None
