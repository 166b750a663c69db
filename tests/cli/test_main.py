"""The command table, help texts, and what an exit code tells."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from communique.article import Article
from communique.cli import _COMMANDS, communique, late, main
from communique.errors import ConfigurationError
from tests.cli.conftest import Run
from tests.cli.fakes import statement

HEAVY = ("openai", "rich", "jsonschema", "trafilatura", "pydantic")


def commands() -> Iterator[tuple[str, click.Command]]:
    context = click.Context(communique)
    for name in communique.list_commands(context):
        command = communique.get_command(context, name)
        assert command is not None
        yield name, command


@pytest.mark.parametrize(("name", "command"), [pytest.param(*pair, id=pair[0]) for pair in commands()])
class TestEveryCommand:
    def test_documents_every_option(self, name: str, command: click.Command) -> None:
        options = [parameter for parameter in command.params if isinstance(parameter, click.Option)]
        assert [option.name for option in options if not option.help] == []

    def test_has_examples(self, name: str, command: click.Command) -> None:
        assert "Example" in (command.help or "")

    def test_is_told_in_the_table_as_by_itself(self, name: str, command: click.Command) -> None:
        assert _COMMANDS[name][1] == command.short_help


def test_help_has_examples_and_loads_nothing_heavy() -> None:
    code = (
        "import sys; from communique.cli import main; main(['--help']); "
        f"print('loaded:', [name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert "Examples:" in done.stdout
    assert "loaded: []" in done.stdout


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("communique, version ")


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["nonsense"], id="command"),
        pytest.param(["extract", "--nonsense"], id="option"),
        pytest.param(["extract"], id="no-path"),
        pytest.param(["schema", "nonsense"], id="schema"),
        pytest.param(["schema", "json:Nonsense"], id="class"),
        pytest.param(["show", "nowhere.jsonl"], id="no-file"),
    ],
)
def test_what_cannot_start_is_2_with_a_message_and_no_traceback(
    run: Run, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*arguments) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err
    assert "Traceback" not in told.err


def test_a_misspelt_command_is_told_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctr"]) == 2
    assert "No such command 'doctr'. Did you mean 'doctor'?" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["ground", "tag", "show", "stats", "report"])
def test_an_article_where_lines_belong_is_one_fault(
    run: Run, folder: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a.txt").write_text("Aksoy agreed.\nKaya met Smith.\n", encoding="utf-8")
    assert run(command, "a.txt", *(["-o", "x.html"] if command == "report" else [])) == 2
    told = capsys.readouterr()
    assert (told.out, told.err.count("\n")) == ("", 1)
    assert told.err.startswith("communique: a.txt: this is no file of JSON Lines; give ")


@pytest.mark.parametrize("command", ["show", "stats", "report", "link", "revalidate"])
def test_of_many_bad_lines_the_first_are_told(
    run: Run, folder: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "e.jsonl").write_text("no\n" * 500, encoding="utf-8")
    (folder / "a.txt").write_text("Aksoy agreed.", encoding="utf-8")
    more = {"report": ["-o", "x.html"], "link": ["-o", "x.jsonl"], "revalidate": ["--articles", "a.txt"]}
    assert run(command, "e.jsonl", *more.get(command, [])) == 1
    told = capsys.readouterr().err
    assert told.count("this line is not JSON") == 10
    assert "communique: and 490 more lines like these" in told


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["a\x1b]0;b\x07c"], id="command"),
        pytest.param(["extract", "a\x1b]0;b\x07c.txt"], id="path"),
        pytest.param(["show", "a\x1b]0;b\x07c.jsonl"], id="records"),
        pytest.param(["extract", "--kinds", "a\x9b2Jb", "x.txt"], id="kind"),
        pytest.param(["extract", "--model", "m", "--base-url", "ftp://a\x1b[2Jb", "x.txt"], id="base-url"),
        pytest.param(["evaluate", "a\x1b[2Jb", "c"], id="gold"),
    ],
)
def test_no_message_controls_the_terminal(run: Run, arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*arguments) == 2
    told = capsys.readouterr()
    assert told.err
    assert "\x1b" not in told.err + told.out
    assert "\x9b" not in told.err + told.out


def test_a_closed_pipe_is_silent() -> None:
    code = "import sys; from communique.cli import main; sys.exit(main(['schema', 'record']))"
    command = f'{sys.executable} -c "{code}" | true'
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, check=False)  # noqa: S603
    assert done.stderr == ""


def test_a_disk_that_cannot_be_written_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(communique, "main", full)
    assert main([]) == 2
    assert "No space left on device" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["schema", "record"], id="schema"),
        pytest.param(["config"], id="config"),
        pytest.param(["show", "events.jsonl"], id="show"),
        pytest.param(["stats", "events.jsonl"], id="stats"),
    ],
)
def test_a_reader_that_goes_away_ends_the_command(tmp_path: Path, arguments: list[str]) -> None:
    record = statement(Article(text="Aksoy agreed.", id="a")).to_json()
    (tmp_path / "events.jsonl").write_text(record + "\n", encoding="utf-8")
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", "from communique.cli import main; raise SystemExit(main())", *arguments],
        stdout=_closed_pipe(),
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")


def _closed_pipe() -> int:
    """The writing end of a pipe that nobody reads."""
    reading, writing = os.pipe()
    os.close(reading)
    return writing


def test_a_library_that_is_not_installed_is_told_with_its_extra(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "needy_module.py").write_text("import no_such_library\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(ConfigurationError, match=r'no_such_library is not installed; run `pip install "communique'):
        late("needy_module:run", extra="mcp")
