"""A registrator pastes or reads a Dnr in any spelling; nothing else is taken for one."""

import csv
import datetime
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remissarkiv.dnr import Dnr, DnrError, dnr_keys, find_dnr, parse_dnr
from remissarkiv.dnr.authorities import is_known_diary, is_not_diary, is_not_diary_after_cue

CASES = Path(__file__).resolve().parents[2] / "cases"


def _positives() -> list[dict[str, str]]:
    with (CASES / "dnr_positives.tsv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [row | {"text": row["text"].replace("¶", "\n")} for row in rows]  # ¶ is a new line


def _negatives() -> list[str]:
    lines = (CASES / "dnr_negatives.txt").read_text(encoding="utf-8").splitlines()
    return [line.replace("¶", "\n") for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize("case", _positives(), ids=lambda case: case["text"])
def test_spelling_is_read(case: dict[str, str]) -> None:
    found = {(dnr.authority, dnr.year, dnr.number, dnr.suffix) for dnr in find_dnr(case["text"])}
    assert found == {(case["authority"], int(case["year"]), int(case["number"]), case["suffix"])}


@pytest.mark.parametrize("text", _negatives())
def test_what_is_no_dnr_is_left_alone(text: str) -> None:
    assert find_dnr(text) == ()
    assert find_dnr(f"Nämnden konstaterar att {text} gäller i ärendet.") == ()


def test_there_are_enough_cases() -> None:
    assert len(_negatives()) >= 200
    assert len(_positives()) >= 220


def test_every_real_spelling_is_found(shared_data: Path) -> None:
    with (shared_data / "dnr.tsv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t"))
    missed = []
    for row in rows:
        # One row was cut so that its first letter is the r of "dnr"; one is marked as no Dnr at all.
        wanted = row["text"].removeprefix("r ")
        if "EJ dnr" not in row["snippet"] and wanted not in {dnr.raw for dnr in find_dnr(row["snippet"])}:
            missed.append(row["text"])
    assert len(missed) <= len(rows) * 0.02, missed


def test_real_document_has_its_own_and_the_senders(shared_data: Path) -> None:
    text = (shared_data / "tjansteutlatande-sof-2025-424.txt").read_text(encoding="utf-8")
    assert [dnr.value for dnr in find_dnr(text)] == ["KS 2025/448", "SOF 2025/424"]


def test_head_of_an_answer_has_the_authoritys_own_and_the_ministrys() -> None:
    head = "REMISSVAR\nDatum 2019-05-23\nDnr {}\nErt dnr U2019/01234/UH\n"
    for spelled, value in (
        ("V-2019-0456", "V 2019/456"),
        ("SU FV-1.1.3-0123-19", "SU 2019/123"),
        ("15LTK1234", "LTK 2015/1234"),
        ("HD-MB 2019/12", "HD-MB 2019/12"),
    ):
        assert [dnr.value for dnr in find_dnr(head.format(spelled))] == [value, "U 2019/1234"]


def test_several_after_one_cue() -> None:
    assert [dnr.value for dnr in find_dnr("se dnr 6823-2009 och 2196-2010.")] == ["2009/6823", "2010/2196"]


def test_lower_case_in_running_text_needs_a_cue() -> None:
    assert find_dnr("till sof 2025-424 personer") == ()
    assert [dnr.value for dnr in find_dnr("se vårt dnr sof 2025-424 i frågan")] == ["SOF 2025/424"]


def test_parse_takes_what_the_user_says_is_a_dnr() -> None:
    assert parse_dnr("2025:532").value == "2025/532"
    assert parse_dnr(" (Dnr ks2025/448). ").value == "KS 2025/448"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("V-2021-0123", "V 2021/123"),
        ("AV 2019/12", "AV 2019/12"),
        ("BRÅ 0123/18", "BRÅ 2018/123"),
        ("HSL 2019/123", "HSL 2019/123"),
        ("15LTK1234", "LTK 2015/1234"),
        ("HD-MB 2018/12", "HD-MB 2018/12"),
        ("Diariernr 2345-2015", "2015/2345"),
        ("Beteckning 505-2345-19", "2019/2345"),
    ],
)
def test_letters_that_mean_something_else_in_a_sentence_are_a_diarys_to_who_says_so(
    text: str, value: str
) -> None:
    assert parse_dnr(text).value == value


def test_letters_that_mean_something_else_are_left_alone_in_a_sentence() -> None:
    for text in ("V 2015/678", "KV 2019-12345", "PM 2019/12", "HSL 2019/123", "AV 2019/12"):
        assert find_dnr(f"Nämnden har behandlat {text} i frågan.") == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "kommunallagen",
        "KS",
        "SOU 2015:24",
        "SFS 2017:725",
        "KL 2017:725",
        "EU 2016/679",
        "tel 2019/12",
        "KS 2024-01-23",
        "KS 2025/448 med mera",
    ],
)
def test_parse_refuses_the_rest(text: str) -> None:
    with pytest.raises(DnrError) as caught:
        parse_dnr(text)
    assert caught.value.swedish.endswith("diarienummer.")


def test_keys_are_the_value_and_the_form_without_authority() -> None:
    assert dnr_keys(parse_dnr("KS 2025/448-7")) == ("KS 2025/448", "2025/448")
    assert dnr_keys(parse_dnr("0560/19")) == ("2019/560",)


@given(
    st.text(max_size=300)
    | st.text(alphabet="KSdnr 0129/:-.§\n", max_size=120)
    | st.lists(
        st.sampled_from(["Dnr ", "KS", "$OF ", "K5 ", "2014", "20l4", "/", "-", "O61", "(", ", "]),
        max_size=30,
    ).map("".join)
)
def test_any_text_is_read_and_spans_point_at_what_stands_there(text: str) -> None:
    found = find_dnr(text)
    for dnr in found:
        assert text[slice(*dnr.span)] == dnr.raw
    assert list(found) == sorted(found, key=lambda dnr: dnr.span)
    assert all(not a.span.overlaps(b.span) for a, b in pairwise(found))


_letters = st.text(alphabet="ABDEFGHKLMNOPRSTUVÅÄÖ", min_size=1, max_size=6)


@given(
    _letters.filter(lambda word: is_known_diary(word) or not is_not_diary(word)),
    st.integers(1950, 2049),
    st.integers(1, 999_999),
)
def test_normal_form_is_found_again(authority: str, year: int, number: int) -> None:
    dnr = Dnr(authority, year, number)
    assert find_dnr(dnr.value) == (dnr,)
    assert parse_dnr(dnr.value) == dnr


@given(
    _letters.filter(lambda word: not is_not_diary_after_cue(word, "/")),
    st.integers(1950, 2049),
    st.integers(1, 999_999),
)
def test_normal_form_is_found_again_after_a_cue(authority: str, year: int, number: int) -> None:
    dnr = Dnr(authority, year, number)
    assert find_dnr(f"Diarienummer: {dnr.value}\n") == (dnr,)
    assert parse_dnr(dnr.value) == dnr


@given(st.integers(1950, 2049), st.integers(1, 999_999))
def test_normal_form_without_authority_is_parsed(year: int, number: int) -> None:
    dnr = Dnr("", year, number)
    assert parse_dnr(dnr.value) == dnr
    # Bare 2023/24 is a school year until somebody says it is a Dnr.
    assert find_dnr(dnr.value) == (() if number in (year + 1, (year + 1) % 100) else (dnr,))


@pytest.mark.parametrize(
    ("text", "year", "value"),
    [
        ("Dnr TN 98/41", 1998, "TN 1998/41"),
        ("Dnr KFN 08/37", 2008, "KFN 2008/37"),
        ("Dnr KFN 37/08", 2008, "KFN 2008/37"),
        ("Dnr KS 11/12", 2011, "KS 2011/12"),
        ("Dnr 11/98", 1998, "1998/11"),
        ("Dnr KS 98/3", 1997, "KS 1998/3"),
        ("Dnr KS 2031/2019", 2019, "KS 2019/2031"),
    ],
)
def test_the_day_of_the_document_tells_which_number_is_the_year(text: str, year: int, value: str) -> None:
    assert [dnr.value for dnr in find_dnr(text, date=datetime.date(year, 12, 30))] == [value]


def test_without_a_day_the_other_dnr_of_the_text_tell_which_number_is_the_year() -> None:
    text = "Dnr BUN 06/12\nRemiss från kommunstyrelsen, dnr 2006/KS 0031"
    assert [dnr.value for dnr in find_dnr(text)] == ["BUN 2006/12", "KS 2006/31"]


def test_a_dossier_code_stands_behind_year_and_number() -> None:
    assert [(dnr.value, dnr.suffix) for dnr in find_dnr("Dnr BUN 06/12 108\n")] == [("BUN 2006/12", "108")]
