"""A larger register: thousands of acts become known, whatever else the file holds."""

from collections.abc import Callable
from pathlib import Path

import pytest

from remissarkiv.acts import (
    Known,
    act,
    acts_abbreviated,
    acts_named,
    is_cautious,
    known,
    names_ending_in,
    read_register,
    register_in_use,
    title_at,
    use_register,
)
from remissarkiv.citations import find_citations, key_label
from remissarkiv.errors import ConfigError

HEADER = "sfsnr\ttitle\tabbreviation\tshort_name\tin_force\texpires\trepealed_by\n"
Use = Callable[[str], None]


def _file(folder: Path, text: str | bytes) -> Path:
    file = folder / "register.tsv"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


def test_a_title_becomes_the_label_of_its_provisions(registered: Use) -> None:
    assert key_label("2004:1299#P27") == "27 § SFS 2004:1299"
    registered("2004:1299\tProduktmärkningslag (2004:1299)\n1976:933\tKungörelse om X-vägar (1976:933)\n")
    assert key_label("2004:1299#P27") == "27 § produktmärkningslagen (2004:1299)"
    assert key_label("1976:933") == "kungörelsen om X-vägar (1976:933)"


def test_its_names_and_abbreviations_are_found_in_texts(registered: Use) -> None:
    registered("2004:1299\tProduktmärkningslag (2004:1299)\n1999:1478\tBokhållningslag (1999:1478)\tBokfL\n")
    text = "Enligt 27 § produktmärkningslagen och 5 kap. 6 § BokfL gäller detta."
    assert [found.key for found in find_citations(text)] == ["2004:1299#P27", "1999:1478#K5P6"]


def test_a_name_with_a_stroke_is_a_name(registered: Use) -> None:
    registered("1966:955\tRadio- och tv-lag (1966:955)\n")
    assert key_label("1966:955") == "radio- och tv-lagen (1966:955)"


def test_its_titles_are_found_by_their_words(registered: Use) -> None:
    registered("1996:95\tLag (1996:95) om vissa internationella sanktioner\n")
    words = "Lagen om vissa internationella sanktioner, som gäller".split()
    assert title_at(words) == "lagen om vissa internationella sanktioner"
    assert acts_named("lagen om vissa internationella sanktioner") == (act("1996:95"),)
    assert title_at("lagen om vissa andra sanktioner".split()) is None


def test_a_sign_behind_the_third_word_of_a_title_is_no_hindrance(registered: Use) -> None:
    registered("1987:999\tLag om apor, bin och cikador (1987:999)\n")
    assert title_at("lagen om apor, bin och cikador.".split()) == "lagen om apor, bin och cikador"


def test_our_own_table_has_the_last_word(registered: Use) -> None:
    registered(
        "1990:932\tKonsumentköplag\tKL\tkommunallagen\n2017:725\tNågonting annat\tXYZL\tproduktlagen\n"
    )
    assert "1990:932" not in {found.number for found in acts_abbreviated("KL")}
    assert "1990:932" not in {found.number for found in acts_named("kommunallagen")}
    assert key_label("2017:725") == "kommunallagen (2017:725)"
    assert acts_abbreviated("XYZL") == ()
    assert key_label("1990:932").endswith("(1990:932)")


def test_without_a_register_nothing_of_it_remains(registered: Use) -> None:
    registered("2004:1299\tProduktmärkningslag\tProdSL\n")
    use_register(None)
    assert act("2004:1299") is None
    assert names_ending_in("produktmärkningslagen") == ()
    assert acts_abbreviated("ProdSL") == ()


@pytest.mark.parametrize("word", ["EU", "SO", "MAN"])
def test_short_abbreviations_count_only_beside_a_provision(registered: Use, word: str) -> None:
    registered(f"1950:1\tLag om ett och annat\t{word}\n")
    assert is_cautious(word)
    assert find_citations(f"Detta gäller {word} och andra.") == ()


@pytest.mark.parametrize(
    "name",
    ["förslagen", "medborgarförslagen", "bolagen", "dagordningen", "underlagen", "och", "=1+1", "lagen"],
)
def test_ordinary_words_are_no_names_of_acts(registered: Use, name: str) -> None:
    registered(f"1950:1\tNågot\t{name}\t{name}\n")
    assert act("1950:1") is not None
    assert find_citations(f"Nämnden gick igenom {name} i går.") == ()


def test_what_looks_like_another_word_when_misread_is_found_as_written_only(registered: Use) -> None:
    registered("1974:156\tFörmånslag\t\n")
    assert find_citations("Det blir förmodligen så.") == ()


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        '=HYPERLINK("http://example.se")lagen',
        "Lag om \x1b[31m rött",
        "Lag om \u202eljuger",
        "'; DROP TABLE lagen",
        "x" * 5000 + "lag",
    ],
)
def test_hostile_titles_are_never_shown(registered: Use, hostile: str) -> None:
    registered(f"1950:1\t{hostile}\t{hostile}\t{hostile}\n")
    label = key_label("1950:1")
    assert label == "författningen (1950:1)"


def test_acts_of_it_are_known(registered: Use) -> None:
    registered("2004:1299\tProduktmärkningslag\n")
    assert known("2004:1299#P27") is Known.YES


def test_columns_in_any_order_and_short_rows_are_read(tmp_path: Path) -> None:
    text = "\ufeffissued\ttitle\tsfsnr\tabbreviation\r\n2004-07-01\tProduktmärkningslag\t2004:1299\r\n\r\n"
    (found,) = read_register(_file(tmp_path, text)).acts
    assert (found.number, found.names) == ("2004:1299", ("produktmärkningslagen",))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("sfsnr\tname\n", ["line 1", "'title'"]),
        ("", ["line 1", "'sfsnr'"]),
        (HEADER + "2017:725\tKommunallag\n2017-725\tKommunallag\n", ["line 3", "'2017-725'", "2017:725"]),
        (HEADER + "2017:725\n", ["line 2", "columns"]),
        (HEADER + "2017:725" + "\tx" * 30 + "\n", ["line 2", "columns"]),
        (HEADER + "2017:725\tKommunallag\t\t\t2018-13-01\n", ["line 2", "'2018-13-01'", "date"]),
        (HEADER.encode() + b"2017:725\tL\xe4n\n", ["line 2", "UTF-8"]),
        (HEADER + "x" * 20_000_001, ["larger than 20 MB"]),
    ],
)
def test_a_file_that_cannot_be_used_is_named_on_one_line(
    tmp_path: Path, text: str | bytes, words: list[str]
) -> None:
    with pytest.raises(ConfigError) as caught:
        read_register(_file(tmp_path, text))
    message = str(caught.value)
    assert "\n" not in message
    assert [word for word in ["register.tsv", "laws.register", *words] if word not in message] == []


def test_a_missing_file_or_a_folder_is_named_on_one_line(tmp_path: Path) -> None:
    for file in (tmp_path / "nowhere.tsv", tmp_path):
        with pytest.raises(ConfigError, match=r"laws\.register: .*cannot be read"):
            read_register(file)


def test_what_is_not_read_does_not_change_its_mark(tmp_path: Path) -> None:
    first = read_register(_file(tmp_path, "sfsnr\ttitle\tnote\n2004:1299\tProduktmärkningslag\told\n"))
    second = read_register(_file(tmp_path, "sfsnr\ttitle\tnote\n2004:1299\tProduktmärkningslag\tnew\n"))
    third = read_register(_file(tmp_path, "sfsnr\ttitle\tnote\n2004:1299\tProduktlag\tnew\n"))
    assert first.mark == second.mark != third.mark
    assert 0 < first.mark < 1 << 21
    assert register_in_use().mark == 0


def test_a_real_register_is_read(shared_data: Path) -> None:
    register = read_register(shared_data / "laws.tsv")
    assert len(register.acts) > 8_000
    assert all(found.names for found in register.acts)
    assert not {found.number for found in register.acts} & {"2017:725", "1985:1100"}


def test_reading_grows_with_the_file_and_no_faster(growth: Callable[..., float], tmp_path: Path) -> None:
    def read(rows: str) -> object:
        lines = [f"{1900 + n % 100}:{n % 2000}\tLag om {'vissa ' * 20}{n}" for n in range(len(rows))]
        return read_register(_file(tmp_path, "sfsnr\ttitle\n" + "\n".join(lines)))

    assert growth(read, ".", small=5_000) <= 10
