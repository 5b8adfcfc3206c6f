"""Page numbers and the heads of §§ are looked for where a line may have one, and none is passed over."""

from hypothesis import given
from hypothesis import strategies as st

from indexer.extract import dates, lines, paragraph_heads
from indexer.normalise import letterhead, page_lines
from indexer.normalise.repeated_heads import _NUMBER

PARTS = st.sampled_from(
    (
        "Sida 2", "Sid 1 (3)", "sId I", "s1d lO", "Blad 2 av 7", "12 (40)", "3/7", "\u0663", "²",
        "§ 21", "KS § 4", "§§ 5-7", "Paragraf 3", "PARAGRAF 12", "12 §", "8 21", "$ 3", "ß 4", "S 5", "g",
        "Bokeryds kommun ", "KOMMUN ", "Tjänsteskrivelse", "Dnr KS 2014/22", "Dar KS 2014/22", "  ", " ",
        "2024-01-23", "den 3 maj 2024", "den 3 maj ", "ſid 3", ")", "(1)", "\t", "Protokoll ",
    )
)  # fmt: skip
made = (
    st.lists(PARTS | st.text(max_size=2), max_size=4)
    .map("".join)
    .map(lambda line: " ".join(line.split("\n"))[:110])
)


@given(made.map(str.strip))
def test_no_page_number_is_passed_over(line: str) -> None:
    spans = [
        found and found.span() for found in (letterhead.number_at_end(line), letterhead._AT_END.search(line))
    ]
    assert spans[0] == spans[1]
    assert page_lines.may_end_in_number(line) or not _NUMBER.search(line)
    assert (page_lines.worded_page_number(line) is None) == (
        len(line) >= 40 or page_lines._WORDED_NUMBER.fullmatch(line) is None
    )


@given(made.map(str.strip))
def test_no_head_of_a_paragraph_is_passed_over(line: str) -> None:
    signed = paragraph_heads._SIGNED.match(line) or paragraph_heads._NUMBER_FIRST.match(line)
    assert not signed or any(sign in line for sign in paragraph_heads._SIGNS)
    assert not paragraph_heads._MISREAD.match(line) or line[0] in paragraph_heads._FOR_A_SIGN


@given(made)
def test_no_glued_columns_and_no_dates_are_passed_over(line: str) -> None:
    assert not lines._GLUED.fullmatch(line) or any(sign in line for sign in lines._GLUED_SIGNS)
    assert dates._may_have_year(line) or not dates._DATE.search(line)
