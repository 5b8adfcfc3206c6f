"""The pages beside the search: what the archive holds, and how it is used."""

import datetime
import re
from pathlib import Path

from flask.testing import FlaskClient

from remissarkiv.bootstrap import Archive
from remissarkiv.catalog import RunReport
from remissarkiv.language.lexicon import LexiconVersions, learn
from webapp.guide import chapters, read_chapter


def test_status_tells_how_much_there_is_and_which_files_could_not_be_read(client: FlaskClient) -> None:
    text = client.get("/status").text
    assert "<dd>33</dd>" in text
    assert "trasig &lt;b&gt;.pdf" in text
    assert "Filen är trasig: den slutar mitt i." in text


def test_the_guide_is_found_and_its_chapters_lead_to_each_other(client: FlaskClient) -> None:
    names = [chapter.name for chapter in chapters()]
    assert names[0] == "guide"
    text = client.get("/hjalp").text
    for name in names:
        assert f'href="/hjalp/{name}"' in text
        assert client.get(f"/hjalp/{name}").status_code == 200


def test_a_chapter_there_is_not_is_a_page_of_ours(client: FlaskClient) -> None:
    for name in ("finns-inte", "..%2fREADME", "decisions"):
        assert client.get(f"/hjalp/{name}").status_code == 404


def test_markdown_brings_no_html_and_no_unsafe_address() -> None:
    chapter = read_chapter(
        "x",
        "# Titel & mer\n\n<script>x</script> [a](javascript:alert(1)) [b](sokguide.md#falt)\n\n"
        "| a | b |\n|---|---|\n| 1 | 2 |\n",
    )
    assert chapter.title == "Titel & mer"
    assert "<script" not in chapter.body
    assert 'href="javascript' not in chapter.body
    assert 'href="/hjalp/sokguide#falt"' in chapter.body
    assert "<table>" in chapter.body


def test_every_chapter_begins_with_its_title() -> None:
    folder = Path(__file__).resolve().parents[2] / "docs"
    for file in folder.glob("*.md"):
        assert file.read_text(encoding="utf-8").startswith("# "), file.name


def test_a_run_during_which_the_clock_was_set_back_is_shown_in_its_place(
    client: FlaskClient, archive: Archive
) -> None:
    began = datetime.datetime(2026, 3, 29, 3, 30, tzinfo=datetime.UTC)
    with archive.catalog.write() as writer:
        writer.record_run(RunReport(began, began + datetime.timedelta(seconds=9), new=1))
        writer.record_run(RunReport(began, began - datetime.timedelta(hours=1), new=2))
    page = client.get("/status").get_data(as_text=True)
    rows = re.findall(r"<td[^>]*>\s*(\d+ s)\s*</td>", page.replace("\u00a0", " "))
    assert rows == ["0 s", "9 s"]


def test_status_tells_what_misread_words_are_repaired_by(client: FlaskClient, archive: Archive) -> None:
    folder = archive.settings.lexicon_folder
    assert "vanlig svenska" in client.get("/status").text
    learned = learn(["Nämnden avstyrker förslaget om cykelvägar."])
    assert LexiconVersions(folder).freeze(learned) == 1
    text = client.get("/status").text
    assert "ordlista 1, lärd av 1 oskadade filer med 5 ord" in text
    assert "remiss rebuild" in text
    (folder / "1" / "words.marisa").unlink()
    assert "kan inte läsas" in client.get("/status").text
    assert str(folder) not in client.get("/status").text
