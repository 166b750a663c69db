"""The public names: sorted, loaded late, and nothing else."""

import subprocess
import sys
from pathlib import Path

import pytest
from tools.configuration import page as documented

import communique
from communique._resources import read_text
from communique.cli import communique as commands
from communique.cli.settings.checking import SCHEMA
from communique.cli.settings.describing import schema_text


def test_the_public_names_are_sorted_and_exist() -> None:
    assert communique.__all__ == sorted(communique.__all__)
    assert dir(communique) == communique.__all__
    assert all(getattr(communique, name).__module__.startswith("communique.") for name in communique.__all__)


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(AttributeError, match="'communique' has no attribute 'nonsense'"):
        _ = communique.nonsense


@pytest.mark.parametrize(
    "code", [pytest.param("import communique", id="import"), pytest.param("import communique.annotation", id="checks")]
)
def test_importing_does_not_load_the_endpoint_libraries(code: str) -> None:
    heavy = (
        *("openai", "tenacity", "trafilatura", "htmldate", "rich", "xllamacpp"),
        *("duckdb", "icalendar", "pandas", "polars", "pyarrow"),
    )
    script = f"{code}; import sys; print([name for name in {heavy!r} if name in sys.modules])"
    shown = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)  # noqa: S603
    assert shown.stdout.strip() == "[]"


def test_the_keys_of_settings_files_are_the_options_of_the_commands() -> None:
    """A new option of a command is a new key: the schema that names all keys, and the table in the docs, have it."""
    told = "run `python -m tools.configuration`"
    assert read_text("schemas", SCHEMA) == schema_text(commands), told
    page = Path(__file__).parents[1] / "docs" / "configuration.md"
    text = page.read_text(encoding="utf-8")
    assert documented(text) == text, told
