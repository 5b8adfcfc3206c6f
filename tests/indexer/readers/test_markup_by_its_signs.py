"""Markup and control signs are looked for by what they cannot do without, and none is passed over."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.readers import kind, markdown
from indexer.readers.encoding import decode
from remissarkiv.errors import UnreadableFileError

SIGNS = st.sampled_from(
    (
        "![b](/b)", "[ord](/x)", "[", "](", ")", "**fet**", "__fet__", "**", "_", "\\*", "\\", "# ", "#",
        "* a", "- b", "  +\tc", "ord", " ",
    )
)  # fmt: skip
lines = (
    st.lists(SIGNS | st.text(max_size=3), max_size=6).map("".join).map(lambda text: text.replace("\n", ""))
)


def _plain_anywhere(line: str) -> str:
    line = markdown._LINK.sub(r"\1", markdown._IMAGE.sub("", line))
    return markdown._ESCAPED.sub(r"\1", markdown._STRONG.sub(r"\2", line))


@given(lines)
def test_no_markup_is_passed_over(line: str) -> None:
    assert markdown._plain(line) == _plain_anywhere(line)


@given(lines)
def test_no_heading_and_no_bullet_is_passed_over(line: str) -> None:
    anywhere = (markdown._HEADING.fullmatch(line), markdown._BULLET.match(line))
    assert [one and one.regs for one in markdown._opening(line)] == [one and one.regs for one in anywhere]


@given(st.lists(lines, max_size=3).map("\n".join))
def test_no_sign_of_markdown_is_passed_over(text: str) -> None:
    assert kind._is_marked(text) == (kind._MARKDOWN_SIGN.search(text) is not None)


@pytest.mark.parametrize("sign", [chr(code) for code in (*range(0x01, 0x09), *range(0x0E, 0x20))])
def test_every_control_sign_counts(sign: str) -> None:
    assert decode(f"{sign}{'å' * 99}".encode())
    with pytest.raises(UnreadableFileError):
        decode(f"{sign}{'å' * 98}".encode())


@pytest.mark.parametrize("sign", ["\t", "\n", "\x0b", "\f", "\r", " ", "\x7f", "\x85", "\u2028"])
def test_no_other_sign_counts(sign: str) -> None:
    assert decode(f"{sign}å".encode()) == f"{sign}å"
