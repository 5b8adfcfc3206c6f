"""Engines by name."""

from pathlib import Path

import pytest

from remissarkiv.engines.registry import open_engine
from remissarkiv.errors import ConfigError


def test_an_unknown_engine_is_refused_with_the_names_there_are(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="'solr'; there are: whoosh, memory"):
        open_engine("solr", tmp_path, "analysis-1")
