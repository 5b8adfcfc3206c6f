"""Files with the same text, from the folder to the answer of the command."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

REMISS = Path(sys.executable).with_name("remiss")
TEXT = """Remiss av motion om stöd till lanthandeln

{stamp}
Kommunstyrelsen 2012-04-16
Dnr KS 2012/233

Kommunstyrelsen har beslutat att remittera motionen om att kommunen ska ge bidrag till lanthandeln i Nyby.
Nämnden ombeds yttra sig senast den 14 september. Av yttrandet ska framgå vilka följder förslaget får för
nämndens verksamhet och ekonomi samt om åtgärden ryms inom den kommunala kompetensen enligt 2 kap. 1 §
kommunallagen och 2 kap. 8 § samma lag. Motionärerna anser att en lanthandel är en förutsättning för att äldre
ska kunna bo kvar och att kommunen därför bör ta ett större ansvar än i dag. De hänvisar till att två av tre
butiker har lagts ned på tio år, att avståndet till närmaste livsmedelsbutik är 37 kilometer och att
hemsändning inte fungerar på helger. Yttrandet sänds till kommunstyrelsens kansli. Frågor besvaras av
kanslichefen.
"""


def remiss(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [REMISS, *arguments, "--data", folder / "data"],
        capture_output=True,
        text=True,
        cwd=folder,
        check=False,
    )


def answer(folder: Path, *arguments: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(remiss(folder, "search", *arguments, "--json").stdout)
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The remiss in the files of three boards (twice the very same file), and in another matter."""
    for board, stamp in (("ks", ""), ("sn", ""), ("bn", "Byggnadsnämnden inkom 2012-04-18")):
        place = tmp_path / "arkiv" / board
        place.mkdir(parents=True)
        (place / "remiss.txt").write_text(TEXT.format(stamp=stamp), encoding="utf-8")
    other = TEXT.format(stamp="").replace("lanthandeln", "biblioteksbussen").replace("2012/233", "2012/240")
    (tmp_path / "arkiv" / "annan.txt").write_text(other, encoding="utf-8")
    assert remiss(tmp_path, "index", "arkiv").returncode == 0
    return tmp_path


def paths(hit: dict[str, Any]) -> set[str]:
    return {"/".join(Path(one["path"]).parts[-2:]) for one in (hit, *hit.get("copies", []))}


def test_copies_are_listed_with_their_hit(folder: Path) -> None:
    found = answer(folder, "kanslichefen", "--copies", "together")
    assert found["total"] == 2
    assert sorted(map(paths, found["hits"]), key=len) == [
        {"arkiv/annan.txt"},
        {"ks/remiss.txt", "sn/remiss.txt", "bn/remiss.txt"},
    ]
    shown = remiss(folder, "search", "kanslichefen").stdout
    assert "2 träffar" in shown
    assert shown.count("     även ") == 2


def test_programs_get_every_file_with_its_own_path_and_people_when_they_ask_for_it(folder: Path) -> None:
    found = answer(folder, "kanslichefen")
    assert found["total"] == len(found["hits"]) == 4
    assert all("copies" not in hit for hit in found["hits"])
    assert len({hit["path"] for hit in found["hits"]}) == 4
    assert "4 träffar" in remiss(folder, "search", "kanslichefen", "--copies", "apart").stdout


def test_a_list_holds_the_hits_that_are_shown(folder: Path) -> None:
    for option, number in (((), 4), (("--copies", "together"), 2)):
        done = remiss(folder, "export", "kanslichefen", "-o", "lista.json", *option)
        assert done.returncode == 0, done.stderr
        assert json.loads((folder / "lista.json").read_text("utf-8"))["total"] == number


def test_a_copy_that_goes_or_changes_leaves_the_hit(folder: Path) -> None:
    (folder / "arkiv" / "sn" / "remiss.txt").unlink()
    (folder / "arkiv" / "bn" / "remiss.txt").write_text("Yttrande om affären i Nyby.", encoding="utf-8")
    assert remiss(folder, "index", "arkiv").returncode == 0
    assert sorted(map(sorted, map(paths, answer(folder, "Nyby", "--copies", "together")["hits"]))) == [
        ["arkiv/annan.txt"],
        ["bn/remiss.txt"],
        ["ks/remiss.txt"],
    ]
    assert remiss(folder, "verify").returncode == 0


def test_an_index_of_an_older_format_is_refused_and_rebuilt(folder: Path) -> None:
    before = answer(folder, "*")
    (state,) = (folder / "data" / "index").glob("g*/state.json")
    told = json.loads(state.read_text())
    state.write_text(json.dumps(told | {"schema": 1}))
    refused = remiss(folder, "search", "*")
    assert refused.returncode == 1
    assert "remiss rebuild" in refused.stderr
    assert remiss(folder, "rebuild").returncode == 0
    assert answer(folder, "*") == before
