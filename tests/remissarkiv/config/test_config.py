"""A wrong setting is one line that names key, value and what is expected."""

from pathlib import Path

import pytest

from remissarkiv.config import load_settings
from remissarkiv.config.keys import COLLECTION_KEYS, KEYS, Key
from remissarkiv.errors import ConfigError

PROJECT = Path(__file__).resolve().parents[3]


def _file(folder: Path, text: str) -> Path:
    file = folder / "config.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_the_config_file_of_the_project_is_valid_and_uses_the_sample_corpus() -> None:
    settings = load_settings(PROJECT / "config.toml", environment={})
    assert [c.path for c in settings.collections] == [PROJECT / "corpus" / "arkiv"]


@pytest.mark.parametrize("key", [*KEYS, *COLLECTION_KEYS], ids=lambda key: key.path)
def test_every_key_is_explained_in_config_toml(key: Key) -> None:
    lines = (PROJECT / "config.toml").read_text(encoding="utf-8").splitlines()
    places = [n for n, line in enumerate(lines) if line.startswith(f"{key.name} = ")]
    assert places
    assert any(lines[n - 1].startswith("# ") for n in places)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[web]\nport = 99999\n", ["web.port", "99999", "65535"]),
        ("[web]\nprot = 80\n", ["web.prot", "80", "port"]),
        ('[web]\nport = "80"\n', ["web.port", "'80'", "port number"]),
        ("[webb]\nport = 80\n", ["webb", "web"]),
        ("[web]\nhttps = 1\n", ["web.https", "1", "true or false"]),
        ("[web]\ntrusted_hosts = [1]\n", ["web.trusted_hosts", "[1]", "list of host names"]),
        ("web = 3\n", ["web", "3", "[web]"]),
        ('[[collection]]\nname = "a"\n', ["collection 1", "path", "missing"]),
        ('[[collection]]\nname = "a"\npath = "nowhere"\n', ["collection 1", "nowhere", "folder that exists"]),
        (
            '[[collection]]\nname = "a"\npath = "."\nnämnd = "x"\n'.replace("nämnd", "board"),
            ["board", "namnd"],
        ),
        ('[collection]\nname = "a"\n', ["[[collection]]"]),
        ("[web\n", ["not valid TOML"]),
    ],
)
def test_a_mistake_is_named_on_one_line(tmp_path: Path, text: str, words: list[str]) -> None:
    with pytest.raises(ConfigError) as caught:
        load_settings(_file(tmp_path, text), environment={})
    message = str(caught.value)
    assert "\n" not in message
    assert [word for word in ["config.toml", *words] if word not in message] == []


def test_two_collections_need_two_names(tmp_path: Path) -> None:
    shelf = '[[collection]]\nname = "a"\npath = "."\n'
    with pytest.raises(ConfigError, match="name no other collection has"):
        load_settings(_file(tmp_path, shelf * 2), environment={})


def test_environment_overrides_the_file_and_data_overrides_both(tmp_path: Path) -> None:
    file = _file(tmp_path, '[web]\nport = 1000\n[archive]\ndata = "here"\n')
    environment = {"REMISS_WEB_PORT": "2000", "REMISS_ARCHIVE_DATA": "there", "REMISS_WEB_HTTPS": "true"}
    settings = load_settings(file, environment=environment)
    assert (settings.web.port, settings.data, settings.web.https) == (2000, tmp_path / "there", True)
    assert load_settings(file, data=tmp_path / "x", environment=environment).data == tmp_path / "x"


def test_a_wrong_environment_variable_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"REMISS_WEB_PORT = 'http'; expected a port number"):
        load_settings(_file(tmp_path, ""), environment={"REMISS_WEB_PORT": "http"})


def test_without_a_file_the_defaults_serve(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    settings = load_settings(environment={})
    assert settings.collections == ()
    assert settings.web.host == "127.0.0.1"


def test_a_named_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="no such file"):
        load_settings(tmp_path / "other.toml")
