"""Reading `config.toml`, with one line for whatever is wrong in it: key, value and what is expected."""

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from remissarkiv.config.keys import COLLECTION_KEYS, KEYS, REQUIRED_COLLECTION_KEYS, Key, Value
from remissarkiv.config.settings import CollectionSettings, ReadingSettings, Settings, WebSettings
from remissarkiv.errors import ConfigError

DEFAULT_FILE = "config.toml"


def load_settings(
    file: Path | None = None, *, data: Path | None = None, environment: Mapping[str, str] | None = None
) -> Settings:
    """The settings from `file`, or from `config.toml` in the working folder if there is one, else defaults.

    The environment (`REMISS_WEB_PORT`) overrides the file, `data` overrides both. Relative folders in the
    file are taken from the file's own folder. Raises `ConfigError` with one line.
    """
    environment = os.environ if environment is None else environment
    source = file or (Path(DEFAULT_FILE) if Path(DEFAULT_FILE).is_file() else None)
    tree = _parse(source) if source else {}
    base = source.resolve().parent if source else Path.cwd()
    known = {"collection", *(key.table for key in KEYS)}
    for table in tree:
        if table not in known:
            raise ConfigError(f"{source}: unknown key '{table}'; expected one of {', '.join(sorted(known))}")
    values = _values(tree, source, environment)
    folder = data.resolve() if data else (base / str(values["archive.data"])).resolve()
    return Settings(
        data=folder,
        database=str(values["archive.database"]),
        engine=str(values["archive.engine"]),
        cache_mb=cast(int, values["archive.cache_mb"]),
        web=WebSettings(
            host=str(values["web.host"]),
            port=cast(int, values["web.port"]),
            name=str(values["web.name"]),
            per_page=cast(int, values["web.per_page"]),
            trusted_hosts=tuple(cast(list[str], values["web.trusted_hosts"])),
            https=bool(values["web.https"]),
        ),
        reading=ReadingSettings(
            **{key.name: cast(Any, values[key.path]) for key in KEYS if key.table == "reading"}
        ),
        collections=_collections(tree.get("collection", []), source, base),
        source=source,
        laws_register=(base / str(values["laws.register"])).resolve() if values["laws.register"] else None,
    )


def _parse(file: Path) -> dict[str, Any]:
    try:
        with file.open("rb") as stream:
            return tomllib.load(stream)
    except FileNotFoundError:
        raise ConfigError(f"{file}: there is no such file; name another with --config") from None
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{file}: cannot be read ({error}); expected a TOML file in UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{file}: not valid TOML: {error}") from None


def _values(tree: Mapping[str, Any], source: Path | None, environment: Mapping[str, str]) -> dict[str, Value]:
    tables: dict[str, dict[str, Key]] = {}
    for key in KEYS:
        tables.setdefault(key.table, {})[key.name] = key
    for table, keys in tables.items():
        given = tree.get(table, {})
        if not isinstance(given, dict):
            raise ConfigError(f"{source}: '{table}' = {given!r}; expected a table [{table}]")
        for name in given:
            if name not in keys:
                raise ConfigError(
                    f"{source}: unknown key '{table}.{name}' = {given[name]!r}; "
                    f"expected one of {', '.join(sorted(keys))}"
                )
    values: dict[str, Value] = {}
    for key in KEYS:
        if key.variable in environment:
            values[key.path] = _from_text(key, environment[key.variable])
        else:
            given = tree.get(key.table, {}).get(key.name, key.default)
            values[key.path] = _checked(key, given, f"{source}: {key.path}")
    return values


def _from_text(key: Key, text: str) -> Value:
    """The value of an environment variable: numbers and true/false as written, lists apart by commas."""
    value: Value = text
    if isinstance(key.default, bool):
        value = {"true": True, "false": False, "1": True, "0": False}.get(text.strip().lower(), text)
    elif isinstance(key.default, int):
        value = int(text) if text.strip().lstrip("-").isdecimal() else text
    elif isinstance(key.default, list):
        value = [part.strip() for part in text.split(",") if part.strip()]
    return _checked(key, value, key.variable)


def _checked(key: Key, value: Any, where: str) -> Value:
    right = type(value) is type(key.default)
    if right and isinstance(value, list):
        right = all(isinstance(item, str) for item in value)
    if right and isinstance(value, int) and not isinstance(value, bool):
        right = (key.least is None or value >= key.least) and (key.most is None or value <= key.most)
    if right and key.choices:
        right = value in key.choices
    if not right:
        raise ConfigError(f"{where} = {value!r}; expected {key.expected}")
    return cast(Value, value)


def _collections(given: Any, source: Path | None, base: Path) -> tuple[CollectionSettings, ...]:
    if not isinstance(given, list):
        raise ConfigError(f"{source}: 'collection' is one table; expected [[collection]] with two brackets")
    names: set[str] = set()
    out = []
    for number, table in enumerate(given, start=1):
        where = f"{source}: collection {number}"
        keys = {key.name: key for key in COLLECTION_KEYS}
        for name in table:
            if name not in keys:
                raise ConfigError(
                    f"{where}: unknown key '{name}' = {table[name]!r}; "
                    f"expected one of {', '.join(sorted(keys))}"
                )
        values = {
            key.name: _checked(key, table.get(key.name, key.default), f"{where}: {key.name}")
            for key in COLLECTION_KEYS
        }
        for name in REQUIRED_COLLECTION_KEYS:
            if not str(values[name]).strip():
                raise ConfigError(f"{where}: '{name}' is missing; expected {keys[name].expected}")
        if not str(values["name"]).isprintable():
            raise ConfigError(f"{where}: name = {values['name']!r}; expected a name of one line")
        if values["name"] in names:
            raise ConfigError(f"{where}: name = {values['name']!r}; expected a name no other collection has")
        names.add(str(values["name"]))
        path = (base / str(values["path"])).resolve()
        if not path.is_dir():
            raise ConfigError(f"{where}: path = {values['path']!r}; expected a folder that exists ({path})")
        out.append(
            CollectionSettings(
                name=str(values["name"]),
                path=path,
                kommun=str(values["kommun"]),
                namnd=str(values["namnd"]),
                groups=frozenset(cast(list[str], values["groups"])),
            )
        )
    return tuple(out)
