"""`communique config`, and what settings do to the other commands."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import pytest
from jsonschema import Draft202012Validator

from communique import cli
from communique.cli import _COMMANDS, communique
from communique.cli.settings.checking import schema
from communique.cli.settings.keys import commands, keys_of
from communique.cli.settings.values import field_of
from tests.cli.conftest import Run
from tests.cli.fakes import FakeExtractor

NEWS = "Aksoy agreed."


@pytest.fixture
def settings(folder: Path) -> Path:
    """A file of settings in the current folder, beside an article."""
    (folder / "news.txt").write_text(NEWS, encoding="utf-8")
    path = folder / "communique.toml"
    path.write_text(
        'model = "m"\nrepairs = 2\nkinds = ["statement"]\nsecond-look = true\n[report]\nkinds = "meeting"\n',
        encoding="utf-8",
    )
    return path


def shown(run: Run, capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    assert run("config", "--json", *arguments) == 0
    held: dict[str, Any] = json.loads(capsys.readouterr().out)
    return held


def setting(held: dict[str, Any], key: str, command: str | None = None) -> tuple[Any, str, str]:
    (found,) = [one for one in held["settings"] if (one["key"], one["command"]) == (key, command)]
    return found["value"], found["source"], found["where"]


class TestTheOtherCommands:
    def test_take_what_the_file_says(self, run: Run, settings: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert run("extract", "news.txt", "-o", "out.jsonl") == 0
        (made,) = FakeExtractor.made
        assert (made.model, made.options["policy"].repairs, made.options["policy"].second_look) == ("m", 2, True)
        assert [kind.kind for kind in made.options["kinds"]] == ["statement"]
        assert "options from communique.toml: model, kinds, repairs, second-look" in capsys.readouterr().err

    @pytest.mark.usefixtures("settings")
    def test_obey_the_command_line_first(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("COMMUNIQUE_REPAIRS", "3")
        monkeypatch.setenv("COMMUNIQUE_MODEL", "n")
        assert run("extract", "news.txt", "--repairs", "4", "--no-second-look", "-o", "out.jsonl") == 0
        (made,) = FakeExtractor.made
        assert (made.model, made.options["policy"].repairs, made.options["policy"].second_look) == ("n", 4, False)

    @pytest.mark.usefixtures("settings")
    def test_leave_to_the_sdk_what_is_its_own(
        self, run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setenv("OPENAI_MODEL", "sdk")
        assert run("extract", "news.txt", "-o", "out.jsonl") == 0
        assert FakeExtractor.made[0].model == "sdk"
        assert "reading with sdk (OPENAI_MODEL)" in capsys.readouterr().err

    @pytest.mark.parametrize(
        "arguments",
        [
            pytest.param(("extract", "--config", "other.toml"), id="after"),
            pytest.param(("--config", "other.toml", "extract"), id="before"),
        ],
    )
    def test_take_another_file(
        self, run: Run, settings: Path, arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
    ) -> None:
        settings.with_name("other.toml").write_text('model = "other"', encoding="utf-8")
        assert run(*arguments, "news.txt", "-o", "out.jsonl") == 0
        assert FakeExtractor.made[0].model == "other"
        assert "options from" not in capsys.readouterr().err

    def test_take_the_file_of_the_environment(self, run: Run, settings: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        settings.with_name("other.toml").write_text('model = "other"', encoding="utf-8")
        monkeypatch.setenv("COMMUNIQUE_CONFIG", "other.toml")
        assert run("extract", "news.txt", "-o", "out.jsonl") == 0
        assert FakeExtractor.made[0].model == "other"

    @pytest.mark.parametrize(
        ("line", "told"),
        [
            pytest.param("modle = 1", "no command has the key 'modle'; did you mean 'model'?", id="key"),
            pytest.param("repairs = 9", "repairs: 9 is not taken; it takes a whole number from 0 to 5", id="value"),
            pytest.param("repairs", "this is no TOML", id="toml"),
        ],
    )
    def test_refuse_a_bad_file(
        self, run: Run, settings: Path, line: str, told: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        settings.write_text(f"{line}\n", encoding="utf-8")
        assert run("extract", "news.txt") == 2
        assert f"communique: communique.toml:1: {told}" in capsys.readouterr().err

    @pytest.mark.usefixtures("settings")
    def test_are_kept_with_all_that_decides(self, run: Run, capsys: pytest.CaptureFixture[str]) -> None:
        assert run("extract", "news.txt", "-o", "out.jsonl", "--no-second-look") == 0
        capsys.readouterr()
        assert run("runs", "--json") == 0
        kept = json.loads(capsys.readouterr().out)["command"]
        assert kept == [
            *("extract", "--out", "out.jsonl", "--model", "m", "--kinds", "statement", "--repairs", "2"),
            *("--no-second-look", "news.txt"),
        ]

    @pytest.mark.usefixtures("settings")
    def test_show_their_help_whatever_the_file_says(self, settings: Path, run: Run) -> None:
        settings.write_text("nonsense", encoding="utf-8")
        assert run("extract", "--help") == 0


class TestConfig:
    def test_tells_where_each_value_comes_from(
        self, run: Run, settings: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setenv("COMMUNIQUE_TIMEOUT", "30")
        held = shown(run, capsys)
        assert held["file"] == str(settings)
        assert setting(held, "model") == ("m", "file", "communique.toml:1")
        assert setting(held, "kinds") == ("statement", "file", "communique.toml:3")
        assert setting(held, "kinds", "report") == ("meeting", "file", "communique.toml:6")
        assert setting(held, "timeout") == (30.0, "environment", "COMMUNIQUE_TIMEOUT")
        assert setting(held, "strategy") == ("auto", "default", "default")

    @pytest.mark.usefixtures("settings")
    def test_tells_it_of_one_command(self, run: Run, capsys: pytest.CaptureFixture[str]) -> None:
        held = shown(run, capsys, "report")
        assert setting(held, "kinds") == ("meeting", "file", "communique.toml:6")
        assert {one["key"] for one in held["settings"]} == {"articles", "kinds"}

    def test_takes_the_file_that_is_named(self, run: Run, settings: Path, capsys: pytest.CaptureFixture[str]) -> None:
        other = settings.with_name("other.toml")
        other.write_text("", encoding="utf-8")
        assert shown(run, capsys, "--config", "other.toml")["file"] == str(other)

    def test_prints_a_table(
        self, run: Run, settings: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setenv("COMMUNIQUE_MODLE", "n")
        monkeypatch.setenv("COLUMNS", "80")
        assert run("config") == 0
        told = capsys.readouterr()
        assert told.out.startswith("file: communique.toml\nOPENAI_API_KEY: not set\n")
        assert [line.split()[0::2] for line in told.out.splitlines() if "second-look" in line] == [
            ["second-look", "true", "communique.toml:4"]
        ]
        assert max(len(line) for line in told.out.splitlines()) <= 80
        assert told.err == "communique: COMMUNIQUE_MODLE is no setting; did you mean COMMUNIQUE_MODEL?\n"

    @pytest.mark.parametrize("arguments", [pytest.param((), id="table"), pytest.param(("--json",), id="json")])
    def test_never_tells_a_secret(
        self, run: Run, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setenv("OPENAI_API_KEY", "canary-4711")
        monkeypatch.setenv("COMMUNIQUE_BASE_URL", "http://me:canary-4712@host/v1")
        assert run("config", *arguments) == 0
        told = capsys.readouterr()
        assert "canary" not in told.out + told.err
        assert "host/v1" in told.out

    def test_tells_a_misspelt_command(self, run: Run, capsys: pytest.CaptureFixture[str]) -> None:
        assert run("config", "reprot") == 2
        assert "No such command 'reprot'. Did you mean 'report'?" in capsys.readouterr().err

    def test_prints_the_schema(self, run: Run, capsys: pytest.CaptureFixture[str]) -> None:
        assert run("config", "--schema") == 0
        Draft202012Validator.check_schema(json.loads(capsys.readouterr().out))


@pytest.mark.parametrize(
    ("table", "fits"),
    [
        pytest.param({"model": "m", "repairs": 2, "report": {"kinds": ["meeting"]}}, True, id="right"),
        pytest.param({"modle": "m"}, False, id="unknown-key"),
        pytest.param({"repairs": 9}, False, id="bad-value"),
        pytest.param({"report": {"repairs": 1}}, False, id="key-of-another-command"),
    ],
)
def test_the_schema_takes_what_the_commands_take(table: dict[str, Any], fits: bool) -> None:  # noqa: FBT001
    assert Draft202012Validator(schema()).is_valid(table) == fits


def test_no_key_is_named_as_a_section() -> None:
    keys = {key for _, command in commands(communique, click.Context(communique)) for key in keys_of(command)}
    assert not keys & set(_COMMANDS)
    assert len({field_of(key) for key in keys}) == len(keys)


def test_help_loads_no_settings() -> None:
    code = (
        "import sys; from communique.cli import main; main(['--help']); "
        "print('loaded:', [name for name in sys.modules if 'settings' in name])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert "loaded: []" in done.stdout


def test_an_option_of_one_run_is_no_variable(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "news.txt").write_text(NEWS, encoding="utf-8")
    (folder / "out.jsonl").write_text("not ours", encoding="utf-8")
    monkeypatch.setenv("COMMUNIQUE_FORCE", "1")
    assert cli.main(["extract", "news.txt", "--model", "m", "-o", "out.jsonl"]) == 2
    assert (folder / "out.jsonl").read_text(encoding="utf-8") == "not ours"
