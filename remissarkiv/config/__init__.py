"""Settings: from `config.toml` and the environment to checked values."""

from remissarkiv.config.load import load_settings
from remissarkiv.config.settings import ReadingSettings, Settings, WebSettings

__all__ = ["ReadingSettings", "Settings", "WebSettings", "load_settings"]
