"""The real tjänsteutlåtande that OCR without Swedish has read, and the real files around it."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

REMISS = Path(sys.executable).with_name("remiss")
NAME = "tjansteutlatande-sof-2025-424.txt"


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory, shared_data: Path) -> tuple[Path, dict[str, Any]]:
    """The data folder and the report after indexing every real file."""
    data = tmp_path_factory.mktemp("real")
    paths = [shared_data / "files", shared_data / "municipal", shared_data / NAME]
    done = subprocess.run(
        [REMISS, "index", *paths, "--data", data, "--json"],
        capture_output=True,
        text=True,
        cwd=data,
        check=False,
    )
    assert done.returncode == 1, done.stderr
    return data, json.loads(done.stdout)


@pytest.fixture(scope="module")
def inspected(shared_data: Path) -> dict[str, Any]:
    """What `remiss inspect` says of the document."""
    done = subprocess.run(
        [REMISS, "inspect", shared_data / NAME, "--json"], capture_output=True, text=True, check=True
    )
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def _search(data: Path, query: str) -> list[str]:
    done = subprocess.run(
        [REMISS, "search", query, "--json", "--limit", "0", "--data", data],
        capture_output=True,
        text=True,
        cwd=data,
        check=True,
    )
    return [Path(hit["path"]).name for hit in json.loads(done.stdout)["hits"]]


@pytest.mark.parametrize(
    "query",
    [
        "transnationellt förtryck",
        "säkerhetspolisen",
        "socialnämnden",
        "rådgivning",
        'dnr:"KS 2025/448"',
        "sof 2025-424",
        "ks2025/448",
        'lag:"2 kap. 2 § kommunallagen"',
        "lag:2017:725",
        'motionär:"Åsa Nilsson Söderström"',
        "ärendets beredning",
        'kompetens:"inte förenligt"',
        "kompetens:utanför juridisk rådgivning",
        'princip:"annans ansvar: staten"',
        'grund:"2 kap. 2 § KL"',
        "instans:socialnämnden",
        "ärende:KS 2025/448",
        "vilka nämnder har bedömt att juridisk rådgivning till enskilda ligger utanför den kommunala "
        "kompetensen?",
    ],
)
def test_what_a_person_types_in_correct_swedish_finds_it(
    report: tuple[Path, dict[str, Any]], query: str
) -> None:
    assert NAME in _search(report[0], query)


def test_every_readable_file_is_searchable_and_the_others_are_named(
    report: tuple[Path, dict[str, Any]], shared_data: Path
) -> None:
    data, answer = report
    files = [
        file for part in ("files", "municipal") for file in (shared_data / part).rglob("*") if file.is_file()
    ]
    old_word = shutil.which("soffice") or shutil.which("libreoffice")
    unreadable = {
        file.name for file in files if (file.suffix == ".doc" and not old_word) or file.stat().st_size < 10
    }
    rejected = {Path(rejection["path"]).name: rejection["reason"] for rejection in answer["rejected"]}
    assert set(rejected) == unreadable
    assert all(rejected.values())
    readable = sorted(file.name for file in files if file.name not in unreadable)
    assert sorted(_search(data, "*")) == sorted([*readable, NAME])


def test_a_second_run_over_real_files_reads_nothing(
    report: tuple[Path, dict[str, Any]], shared_data: Path
) -> None:
    data, first = report
    done = subprocess.run(
        [REMISS, "index", shared_data / "files", "--data", data, "--json"],
        capture_output=True,
        text=True,
        cwd=data,
        check=False,
    )
    again = json.loads(done.stdout)
    assert (again["read"], again["new"], again["changed"]) == (0, 0, 0)
    assert len(again["rejected"]) == len(first["rejected"])


def test_both_dnr_with_their_roles(inspected: dict[str, Any]) -> None:
    roles = {mention["value"]: mention["role"] for mention in inspected["dnr"]}
    assert roles == {"KS 2025/448": "avsändarens", "SOF 2025/424": "eget"}


def test_the_motionar_with_party(inspected: dict[str, Any]) -> None:
    assert inspected["motioner"] == [{"name": "Åsa Nilsson Söderström", "party": "L"}]


def test_the_eight_remissinstanser(inspected: dict[str, Any]) -> None:
    assert inspected["remissinstanser"] == [
        "Stadsledningskontoret",
        "Socialnämnden",
        "Bromma stadsdelsnämnd",
        "Kungsholmens stadsdelsnämnd",
        "Skarpnäcks stadsdelsnämnd",
        "Center mot våldsbejakande extremism",
        "Järva stadsdelsnämnd",
        "Säkerhetspolisen",
    ]


def test_all_sections_in_order(inspected: dict[str, Any]) -> None:
    kinds = [section["kind"] for section in inspected["sections"] if section["heading"]]
    assert kinds == [
        "förslag till beslut",
        "sammanfattning",
        "bakgrund",
        "remissinstanser",
        "ärendet",
        "ärendets beredning",
        "synpunkter och förslag",
        "bilagor",
    ]


def test_kind_board_and_grounds(inspected: dict[str, Any]) -> None:
    assert inspected["kind"] == "tjänsteutlåtande"
    assert inspected["namnd"] == "Socialnämnden"
    keys = {citation["key"] for citation in inspected["citations"]}
    assert {"2017:725", "2017:725#K2P1", "2017:725#K2P2"} <= keys
    assert inspected["quality"] < 1
