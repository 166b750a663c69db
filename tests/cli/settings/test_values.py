"""The environment goes before the file, a section before the other keys; what is not taken is told with its place."""

from pathlib import Path
from typing import Any

import click
import pytest

from communique.cli.kind_names import KindNames
from communique.cli.run_options import Amount
from communique.cli.settings.files import read_file
from communique.cli.settings.keys import keys_of, takes
from communique.cli.settings.values import CommandSettings, Setting
from communique.errors import ConfigurationError, InputError


@click.command()
@click.option("-o", "--out", help="Not a key.")
@click.option("--force", is_flag=True, help="Not a key: nothing takes it back.")
@click.option("--model", default="small")
@click.option("--base-url")
@click.option("--kinds", type=KindNames(), default="meeting")
@click.option("--repairs", type=click.IntRange(0, 3), default=1)
@click.option("--timeout", type=click.FloatRange(min=0, min_open=True))
@click.option("--max-cost", type=Amount())
@click.option("--strategy", type=click.Choice(["auto", "document"]))
@click.option("--store", type=click.Path())
@click.option("--prices", type=click.Path(exists=True))
@click.option("--chunk/--no-chunk")
@click.option("--articles", multiple=True, type=click.Path())
@click.option("--list", "listed", type=int)
def read(**_: Any) -> None:
    """A command of many options."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, empty, and no store in the environment."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COMMUNIQUE_STORE")
    return tmp_path


def settings(text: str = "", place: str = "communique.toml") -> dict[str, Setting]:
    path = Path(place)
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return {one.key: one for one in CommandSettings(read, "read", read_file(path.absolute())).resolved()}


def test_the_keys_are_the_options_that_can_be_taken_back() -> None:
    assert "out" not in keys_of(read)
    assert "force" not in keys_of(read)
    assert keys_of(read)["list"].name == "listed"


@pytest.mark.usefixtures("folder")
def test_without_anything_all_are_defaults() -> None:
    held = settings()
    assert {one.source for one in held.values()} == {"default"}
    assert (held["model"].value, held["store"].value, held["chunk"].value) == ("small", None, False)


@pytest.mark.parametrize(
    ("line", "value"),
    [
        pytest.param('model = "m"', "m", id="text"),
        pytest.param("repairs = 2", 2, id="number"),
        pytest.param('repairs = "2"', 2, id="number-in-quotes"),
        pytest.param("timeout = 5", 5.0, id="whole-for-float"),
        pytest.param("chunk = true", True, id="flag"),
        pytest.param("chunk = false", False, id="flag-off"),
        pytest.param('strategy = "document"', "document", id="choice"),
        pytest.param('kinds = "meeting, statement"', "meeting, statement", id="commas"),
        pytest.param('kinds = ["meeting", "my:Class"]', "meeting,my:Class", id="kinds-as-list"),
        pytest.param("list = 3", 3, id="another-name"),
        pytest.param('base_url = "http://h"', "http://h", id="underscore"),
        pytest.param('[read]\nmodel = "m"', "m", id="section"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_a_file_fills_an_option(line: str, value: object) -> None:
    (held,) = (one for one in settings(line).values() if one.source != "default")
    assert (held.value, held.source) == (value, "file")


@pytest.mark.usefixtures("folder")
def test_where_a_value_comes_from() -> None:
    held = settings('repairs = 2\nmodel = "m"\n[read]\nmodel = "n"\n[other]\nmodel = "o"\n')
    assert (held["model"].value, held["model"].where) == ("n", "communique.toml:4")
    assert held["repairs"].where == "communique.toml:1"


def test_paths_are_from_the_folder_of_the_file(folder: Path) -> None:
    held = settings('store = "s"\narticles = ["a", "/b"]\nmodel = "m.gguf"', "above/communique.toml")
    assert held["store"].value == str(folder / "above" / "s")
    assert held["articles"].value == (str(folder / "above" / "a"), "/b")
    assert held["model"].value == str(folder / "above" / "m.gguf")


@pytest.mark.usefixtures("folder")
def test_the_environment_goes_before_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMUNIQUE_REPAIRS", "3")
    monkeypatch.setenv("COMMUNIQUE_CHUNK", "0")
    monkeypatch.setenv("COMMUNIQUE_MODEL", "")
    monkeypatch.setenv("COMMUNIQUE_FORCE", "1")
    held = settings("repairs = 2\nchunk = true\nmodel = 'm'")
    assert (held["repairs"].value, held["repairs"].where) == (3, "COMMUNIQUE_REPAIRS")
    assert (held["chunk"].value, held["model"].value) == (False, "m")


@pytest.mark.usefixtures("folder")
def test_the_variables_of_the_sdk_stand_between(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_MODEL", "sdk")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://sdk")
    monkeypatch.setenv("OPENAI_TIMEOUT", "7")
    monkeypatch.setenv("COMMUNIQUE_BASE_URL", "http://own")
    held = settings("model = 'm'\nbase-url = 'http://file'")
    assert (held["model"].value, held["model"].where) == ("sdk", "OPENAI_MODEL")
    assert (held["base-url"].value, held["base-url"].where) == ("http://own", "COMMUNIQUE_BASE_URL")
    assert held["timeout"].source == "default"


def test_a_home_folder_is_written_out(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("COMMUNIQUE_STORE", "~/own")
    held = settings('articles = "~/news"')
    assert (held["store"].value, held["articles"].value) == (str(folder / "own"), (str(folder / "news"),))


@pytest.mark.parametrize(
    ("line", "told"),
    [
        pytest.param("repairs = 9", "repairs: 9 is not taken; it takes a whole number from 0 to 3", id="range"),
        pytest.param("repairs = 1.5", "repairs: 1.5 is not taken; it takes a whole number", id="fraction"),
        pytest.param("repairs = true", "repairs: true is not taken", id="flag-for-number"),
        pytest.param("timeout = 0", "timeout: 0 is not taken; it takes a number above 0", id="open-range"),
        pytest.param("strategy = 'x'", "strategy: 'x' is not taken; it takes one of auto, document", id="choice"),
        pytest.param("chunk = 'maybe'", "chunk: 'maybe' is not taken; it takes true or false", id="flag"),
        pytest.param("max-cost = 0", "max-cost: '0' is no amount above 0, like 2.50; it takes an amount", id="amount"),
        pytest.param("model = ['a']", r"model: \['a'\] is not taken; it takes text", id="list"),
        pytest.param("model = {a = 1}", "model: {'a': 1} is not taken", id="table"),
        pytest.param("model = 2026-01-01", "model: datetime.date.* is not taken", id="date"),
        pytest.param("kinds = ['meting']", "kinds: unknown event kind 'meting' .did you mean 'meeting'", id="kind"),
        pytest.param("prices = 'p'", "prices: Path '.*/p' does not exist; it takes a path", id="missing-file"),
        pytest.param("list = 'x'", "list: 'x' is not a valid integer; it takes a whole number", id="no-number"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_a_value_that_is_not_taken_is_told_with_file_and_line(line: str, told: str) -> None:
    with pytest.raises(InputError, match=rf"^communique\.toml:2: {told}"):
        settings(f"# a comment\n{line}\n")


@pytest.mark.usefixtures("folder")
def test_a_variable_that_is_not_taken_is_told_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMUNIQUE_REPAIRS", "many")
    with pytest.raises(ConfigurationError, match=r"^COMMUNIQUE_REPAIRS: 'many' is not taken; it takes a whole number"):
        settings("repairs = 1")


@pytest.mark.parametrize(
    ("key", "told"),
    [
        pytest.param("articles", "one or several paths, as a list", id="several"),
        pytest.param("kinds", "event kinds, as a list or with commas", id="kinds"),
        pytest.param("store", "a path", id="path"),
        pytest.param("list", "a whole number", id="number"),
    ],
)
def test_what_a_key_takes(key: str, told: str) -> None:
    assert takes(keys_of(read)[key]) == told
