"""The command line as other programs and people use it."""

import csv
import json
import shutil
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

PROJECT = Path(__file__).resolve().parents[3]
REMISS = Path(sys.executable).with_name("remiss")


def remiss(*arguments: str | Path, cwd: Path, given: str = "") -> "subprocess.CompletedProcess[str]":
    """Run the command as a shell would."""
    return subprocess.run(
        [REMISS, *arguments], capture_output=True, text=True, input=given, cwd=cwd, check=False
    )


@pytest.fixture
def own_data(tmp_path: Path, corpus_data: Path) -> Path:
    """A copy of the indexed sample archive, to be changed at will."""
    shutil.copytree(corpus_data, tmp_path / "data")
    return tmp_path / "data"


def test_search_as_json_keeps_the_contract(tmp_path: Path, corpus_data: Path) -> None:
    done = remiss("search", "motion", "--json", "--facets", "--data", corpus_data, cwd=tmp_path)
    answer = json.loads(done.stdout)
    assert set(answer) == {"query", "total", "hits", "facets", "problems", "suggestion"}
    assert answer["total"] >= len(answer["hits"]) > 0
    hit = answer["hits"][0]
    always = {"id", "title", "kind", "date", "dnr", "namnd", "path", "score", "snippets"}
    # What only some hits have: the § of the minutes, what the document concludes.
    assert set(hit) - {"part", "conclusions"} == always
    snippet = hit["snippets"][0]
    start, end = snippet["highlights"][0]
    assert snippet["text"][start:end].lower().startswith("motion")
    assert {"kind", "namnd", "year"} <= set(answer["facets"])


def test_another_spelling_is_suggested_and_what_was_understood_is_told(
    tmp_path: Path, corpus_data: Path
) -> None:
    done = remiss("search", "tjänsteutlåtnade", "--data", corpus_data, cwd=tmp_path)
    assert "Menade du: tjänsteutlåtande" in done.stdout
    assert "0 träffar" in done.stdout
    answer = json.loads(remiss("search", "remisvar", "--json", "--data", corpus_data, cwd=tmp_path).stdout)
    assert answer["suggestion"] == "remissvar"
    done = remiss("search", "socialnamnden", "--data", corpus_data, cwd=tmp_path)
    assert "Ord: socialnämnden (skrivet socialnamnden) – i alla böjningar" in done.stdout
    assert "Menade du" not in done.stdout


def test_a_query_beyond_the_limits_says_so_as_text_and_as_json(tmp_path: Path, corpus_data: Path) -> None:
    many = " ELLER ".join(["motion", *(f"ord{n}" for n in range(400))])
    done = remiss("search", many, "--data", corpus_data, cwd=tmp_path)
    assert "Obs: Frågan har fler än 100 sökord; resten används inte. Behåll" in done.stdout
    answer = json.loads(remiss("search", "x" * 10_000, "--json", "--data", corpus_data, cwd=tmp_path).stdout)
    assert answer["problems"][0]["span"] == [2_000, 10_000]
    assert "Korta den" in answer["problems"][0]["message"]


def test_explain_tells_what_each_word_adds_to_the_score(tmp_path: Path, corpus_data: Path) -> None:
    asked = ("search", "juridisk rådgivning", "--limit", "3", "--explain", "--data", corpus_data)
    for hit in json.loads(remiss(*asked, "--json", cwd=tmp_path).stdout)["hits"]:
        assert {one["terms"][0][:5] for one in hit["explanation"]} == {"jurid", "rådgi"}
        assert sum(one["score"] for one in hit["explanation"]) == pytest.approx(hit["score"], abs=1e-5)
        year = int(hit["date"][:4])
        assert hit["prior"] == pytest.approx(1 + (year - 2000) / 1000, abs=0.02)
    shown = remiss(*asked, cwd=tmp_path).stdout
    assert "poäng " in shown
    assert "i varje tal: gånger 1.0" in shown
    assert "rådgivning (i titeln, också i egen bedömning eller eget beslut, vikt 2.4)" in " ".join(
        shown.split()
    )


def test_limit_zero_returns_all_hits_without_snippets(
    tmp_path: Path, corpus_data: Path, corpus_size: int
) -> None:
    done = remiss("search", "*", "--json", "--limit", "0", "--data", corpus_data, cwd=tmp_path)
    answer = json.loads(done.stdout)
    assert answer["total"] == len(answer["hits"]) == corpus_size
    assert all("snippets" not in hit for hit in answer["hits"])


def test_queries_from_standard_input_are_answered_in_order(
    tmp_path: Path, corpus_data: Path, corpus_size: int
) -> None:
    done = remiss("search", "-", "--data", corpus_data, cwd=tmp_path, given="motion\nzebra\n\n*\n")
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer["query"] for answer in answers] == ["motion", "zebra", "", "*"]
    assert answers[1]["total"] == 0
    assert answers[3]["total"] == corpus_size


def test_paging_continues_where_the_first_page_ended(tmp_path: Path, corpus_data: Path) -> None:
    def ids(*options: str) -> list[str]:
        done = remiss("search", "motion", "--json", *options, "--data", corpus_data, cwd=tmp_path)
        return [hit["id"] for hit in json.loads(done.stdout)["hits"]]

    assert ids("--limit", "3") + ids("--limit", "3", "--offset", "3") == ids("--limit", "6")


@pytest.mark.parametrize("ending", ["xlsx", "csv", "json"])
def test_export_holds_every_hit_in_the_order_shown(tmp_path: Path, corpus_data: Path, ending: str) -> None:
    done = remiss("search", "motion", "--json", "--limit", "0", "--data", corpus_data, cwd=tmp_path)
    titles = [hit["title"] for hit in json.loads(done.stdout)["hits"]]
    file = tmp_path / f"lista.{ending}"
    assert remiss("export", "motion", "-o", file, "--data", corpus_data, cwd=tmp_path).returncode == 0
    if ending == "xlsx":
        rows = list(openpyxl.load_workbook(file).worksheets[0].iter_rows(values_only=True))
        exported = [row[0] for row in rows if row[0] in titles]
    elif ending == "csv":
        rows_of_csv = list(csv.reader(file.read_text(encoding="utf-8-sig").splitlines(), delimiter=";"))
        exported = [row[0] for row in rows_of_csv if row and row[0] in titles]
    else:
        exported = [hit["title"] for hit in json.loads(file.read_text(encoding="utf-8"))["hits"]]
    assert exported == titles


def test_an_unknown_format_is_refused_and_leaves_nothing_behind(tmp_path: Path, corpus_data: Path) -> None:
    done = remiss("export", "motion", "-o", tmp_path / "a.docx", "--data", corpus_data, cwd=tmp_path)
    assert done.returncode == 2
    assert "xlsx" in done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_verify_finds_that_the_index_is_gone_and_search_brings_it_back(
    tmp_path: Path, own_data: Path, corpus_size: int
) -> None:
    assert remiss("verify", "--data", own_data, cwd=tmp_path).returncode == 0
    shutil.rmtree(own_data / "index")
    done = remiss("verify", "--data", own_data, cwd=tmp_path)
    assert done.returncode == 1
    assert "not in the index" in done.stdout
    answer = json.loads(remiss("search", "*", "--json", "--data", own_data, cwd=tmp_path).stdout)
    assert answer["total"] == corpus_size
    assert remiss("verify", "--data", own_data, cwd=tmp_path).returncode == 0


def test_rebuild_gives_the_same_answers(tmp_path: Path, own_data: Path, corpus_size: int) -> None:
    before = remiss("search", "nämnden", "--json", "--data", own_data, cwd=tmp_path).stdout
    done = remiss("rebuild", "--data", own_data, cwd=tmp_path)
    assert f"{corpus_size} documents" in done.stdout, done.stderr
    assert remiss("search", "nämnden", "--json", "--data", own_data, cwd=tmp_path).stdout == before


def test_a_broken_index_is_one_line_that_names_the_mend(tmp_path: Path, own_data: Path) -> None:
    for file in (own_data / "index").rglob("*"):
        if file.is_file() and file.stat().st_size > 2000:
            file.write_bytes(file.read_bytes()[:1000])
    done = remiss("search", "motion", "--data", own_data, cwd=tmp_path)
    assert done.returncode == 1
    assert "remiss rebuild" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert remiss("rebuild", "--data", own_data, cwd=tmp_path).returncode == 0
    assert remiss("search", "motion", "--data", own_data, cwd=tmp_path).returncode == 0


def test_backup_and_restore_bring_everything_back(tmp_path: Path, own_data: Path) -> None:
    backup = tmp_path / "backup.sqlite"
    assert remiss("backup", backup, "--data", own_data, cwd=tmp_path).returncode == 0
    other = tmp_path / "other"
    assert remiss("restore", backup, "--data", other, cwd=tmp_path).returncode == 0
    assert remiss("rebuild", "--data", other, cwd=tmp_path).returncode == 0
    first, second = (
        remiss("search", "nämnden", "--json", "--data", data, cwd=tmp_path).stdout
        for data in (own_data, other)
    )
    assert first == second


def test_status_tells_what_there_is(tmp_path: Path, corpus_data: Path, corpus_size: int) -> None:
    answer = json.loads(remiss("status", "--json", "--data", corpus_data, cwd=tmp_path).stdout)
    assert (answer["documents"], answer["indexed"], answer["behind"]) == (corpus_size, corpus_size, 0)
    assert answer["damaged"] >= 25


@pytest.mark.parametrize(
    ("arguments", "status", "word"),
    [
        (["search"], 2, "QUERY"),
        (["search", "x", "--sort", "storlek"], 2, "datum"),
        (["search", "x", "--config", "nowhere.toml"], 2, "nowhere.toml"),
        (["index", "nowhere"], 2, "nowhere"),
        (["index"], 2, "config.toml"),
        (["inspect", "nowhere.pdf"], 2, "nowhere.pdf"),
        (["search", "x", "--data", "nowhere"], 2, "no archive"),
        (["nonsense"], 2, "nonsense"),
    ],
)
def test_wrong_use_is_told_plainly(tmp_path: Path, arguments: list[str], status: int, word: str) -> None:
    done = remiss(*arguments, cwd=tmp_path)
    assert done.returncode == status
    assert word in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "command",
    ["index", "inspect", "search", "export", "serve", "status", "verify", "rebuild", "backup", "restore"],
)
def test_every_command_of_the_contract_explains_itself(tmp_path: Path, command: str) -> None:
    done = remiss(command, "--help", cwd=tmp_path)
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) > 5


def test_bad_files_give_exit_status_one_and_a_line_each(tmp_path: Path) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "bra.txt").write_text("Motion om parker\n", encoding="utf-8")
    (folder / "tom.pdf").write_bytes(b"")
    done = remiss("index", folder, "--data", tmp_path / "data", cwd=tmp_path)
    assert done.returncode == 1
    assert "tom.pdf" in done.stdout
    report = json.loads(remiss("index", folder, "--data", tmp_path / "data", "--json", cwd=tmp_path).stdout)
    assert (report["read"], len(report["rejected"]), report["documents"]) == (0, 1, 1)


def test_a_recognised_lagrum_and_what_is_offered_are_told(tmp_path: Path, corpus_data: Path) -> None:
    done = remiss("search", "2:1 KL", "--limit", "1", "--data", corpus_data, cwd=tmp_path)
    assert "Lagrum: 2 kap. 1 § kommunallagen (2017:725)" in done.stdout
    assert 'Sök som ord: "2:1 KL"' in done.stdout
    assert "Även äldre motsvarighet: 2 kap. 1 § kommunallagen (1991:900) (21 till): 2:1 KL ELLER" in (
        done.stdout.replace("\n", " ")
    )
    answer = json.loads(remiss("search", "2:1 KL", "--json", "--data", corpus_data, cwd=tmp_path).stdout)
    assert answer["understood"] == [
        {"label": "Lagrum", "value": "2 kap. 1 § kommunallagen (2017:725)", "as_words": '"2:1 KL"'}
    ]
    either = remiss("search", "KS 2013/388 ELLER 2:1 KL", "--json", "--data", corpus_data, cwd=tmp_path)
    assert json.loads(either.stdout)["understood"] == [
        {"label": "Något av", "value": "dnr KS 2013/388 eller lagrum 2 kap. 1 § kommunallagen (2017:725)"}
    ]
    offer = answer["offers"][0]
    assert offer["more"] > 0
    wider = json.loads(remiss("search", offer["query"], "--json", "--data", corpus_data, cwd=tmp_path).stdout)
    assert wider["total"] > answer["total"]
