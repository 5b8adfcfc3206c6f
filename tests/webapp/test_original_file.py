"""The original file is downloaded as it is, and only from where it must lie."""

import zipfile
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from remissarkiv.domain import Collection, SourceFile
from webapp.pages.original import GONE, open_original

SHA_OF_X = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"


def test_it_comes_as_an_attachment_that_no_browser_runs(client: FlaskClient) -> None:
    response = client.get("/dokument/hostile/original")
    assert response.status_code == 200
    assert response.data.startswith(b"<script>")
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Content-Security-Policy"].startswith("sandbox; default-src 'none'")


def test_a_name_with_a_line_break_and_swedish_letters_is_sent_safely(client: FlaskClient) -> None:
    response = client.get("/dokument/utlatande/original")
    assert response.status_code == 200
    assert "\n" not in response.headers["Content-Disposition"]
    assert (
        "filename*=UTF-8''tj%C3%A4nsteutl%C3%A5tande%20_%20SOF.txt" in response.headers["Content-Disposition"]
    )


def test_when_it_is_gone_a_sentence_says_so(client: FlaskClient, tmp_path: Path) -> None:
    (tmp_path / "files/arkiv/2025/motion.txt").unlink()
    response = client.get("/dokument/motion/original")
    assert response.status_code == 404
    assert GONE in response.text


def test_when_it_has_changed_it_is_not_passed_off_as_what_was_read(
    client: FlaskClient, tmp_path: Path
) -> None:
    (tmp_path / "files/arkiv/2025/motion.txt").write_text("annat")
    assert client.get("/dokument/motion/original").status_code == 404


def source(path: str, sha256: str = SHA_OF_X) -> SourceFile:
    return SourceFile("a", path, 1, sha256, 0, "text/plain")


@pytest.fixture
def shelf(tmp_path: Path) -> tuple[Collection, ...]:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/x.txt").write_text("x")
    (tmp_path / "ute.txt").write_text("x")
    (tmp_path / "in/lank.txt").symlink_to(tmp_path / "ute.txt")
    (tmp_path / "in/inne.txt").symlink_to(tmp_path / "in/x.txt")
    (tmp_path / "in-grannen").mkdir()
    (tmp_path / "in-grannen/x.txt").write_text("x")
    return (Collection("a", str(tmp_path / "in")),)


def test_a_file_in_the_folder_is_opened_also_through_a_link_that_stays_there(
    shelf: tuple[Collection, ...],
) -> None:
    for name in ("x.txt", "inne.txt"):
        with open_original(source(name), shelf) or pytest.fail(name) as file:
            assert file.read() == b"x"


@pytest.mark.parametrize(
    "path",
    [
        "../ute.txt",
        "lank.txt",
        "../in-grannen/x.txt",
        "/etc/passwd",
        ".",
        "",
        "saknas",
        "x.txt/y",
        "a\0b",
        "\n",
    ],
)
def test_nothing_outside_the_folder_is_opened(shelf: tuple[Collection, ...], path: str) -> None:
    assert open_original(source(path), shelf) is None


def test_a_file_of_a_collection_there_is_not_is_not_opened(shelf: tuple[Collection, ...]) -> None:
    assert open_original(source("x.txt"), ()) is None
    assert open_original(source("x.txt"), (Collection("a", ""),)) is None


def test_a_file_named_by_path_is_opened_only_when_it_is_the_one_that_was_read(tmp_path: Path) -> None:
    root = (Collection("a", "/"),)
    file = tmp_path / "x.txt"
    file.write_text("x")
    opened = open_original(source(str(file)), root)
    assert opened is not None
    opened.close()
    (tmp_path / "hemligt").write_text("hemligt")
    file.unlink()
    file.symlink_to(tmp_path / "hemligt")
    assert open_original(source(str(file)), root) is None


def test_a_file_in_a_zip_export_is_sent_when_it_is_what_was_read(
    shelf: tuple[Collection, ...], tmp_path: Path
) -> None:
    with zipfile.ZipFile(tmp_path / "in/export.zip", "w") as export:
        export.writestr("KS/x.txt", "x")
        export.writestr("KS/y.txt", "y")
    opened = open_original(source("export.zip/KS/x.txt"), shelf)
    assert opened is not None
    with opened:
        assert opened.read() == b"x"
    for other in ("export.zip/KS/y.txt", "export.zip/KS/z.txt", "export.zip", "export.zip/../x.txt"):
        assert open_original(source(other), shelf) is None


def test_an_export_outside_the_folder_is_not_opened(shelf: tuple[Collection, ...], tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "ute.zip", "w") as export:
        export.writestr("x.txt", "x")
    (tmp_path / "in/lank.zip").symlink_to(tmp_path / "ute.zip")
    assert open_original(source("lank.zip/x.txt"), shelf) is None
    assert open_original(source("../ute.zip/x.txt"), shelf) is None
