"""A shell is offered commands, options, values and kinds, and loads nothing heavy for it."""

import os
import subprocess
import sys

import pytest
from click.shell_completion import ShellComplete, get_completion_class

from communique.cli import _COMMANDS, communique, main
from communique.cli.completing import KINDS
from communique.events import BUILT_IN

HEAVY = ("openai", "lingua", "rich", "jsonschema", "trafilatura", "xllamacpp")


def offered(*words: str) -> list[str]:
    """What is offered for the last word, where the others stand already."""
    shell = ShellComplete(communique, {}, "communique", "_COMMUNIQUE_COMPLETE")
    return [
        item.value if item.type == "plain" else item.type for item in shell.get_completions([*words[:-1]], words[-1])
    ]


def test_the_kinds_offered_are_the_built_in_ones() -> None:
    assert tuple(kind.kind for kind in BUILT_IN) == KINDS


def test_every_command_is_offered() -> None:
    assert offered("") == list(_COMMANDS)


@pytest.mark.parametrize(
    ("words", "values"),
    [
        pytest.param(["re"], ["report", "revalidate"], id="commands"),
        pytest.param(["extract", "--vo"], ["--vocabulary"], id="option"),
        pytest.param(["extract", "--strategy", ""], ["auto", "document", "sentence"], id="values"),
        pytest.param(["extract", "--kinds", ""], list(KINDS), id="kinds"),
        pytest.param(["extract", "--kinds", "meeting,"], ["meeting,arms_deal", "meeting,statement"], id="second-kind"),
        pytest.param(["evaluate", "--kinds", "st"], ["statement"], id="kinds-elsewhere"),
        pytest.param(["extract", "--model", "lo"], ["local"], id="model"),
        pytest.param(["extract", "--model", "my"], ["file"], id="gguf"),
        pytest.param(["extract", "ne"], ["file"], id="articles"),
        pytest.param(["ground", "cl"], ["file"], id="claims"),
        pytest.param(["show", "ev"], ["file"], id="records"),
        pytest.param(["completion", ""], ["bash", "zsh", "fish"], id="shells"),
    ],
)
def test_what_is_offered(words: list[str], values: list[str]) -> None:
    assert [value for value in offered(*words) if value != "--help"] == values


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        pytest.param("communique extr", "plain,extract", id="command"),
        pytest.param("communique extract --str", "plain,--strategy", id="option"),
        pytest.param("communique extract --kinds ar", "plain,arms_deal", id="kind"),
        pytest.param("communique batch submit --str", "plain,--strategy", id="batch"),
        pytest.param("communique serve --max-b", "plain,--max-body", id="serve"),
    ],
)
def test_bash_asks_by_the_environment_and_loads_nothing_heavy(typed: str, wanted: str) -> None:
    code = (
        "import atexit, sys; from communique.cli import main; "
        f"atexit.register(lambda: print([name for name in {HEAVY!r} if name in sys.modules])); main([])"
    )
    asked = {"_COMMUNIQUE_COMPLETE": "bash_complete", "COMP_WORDS": typed, "COMP_CWORD": str(typed.count(" "))}
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", code], env={**os.environ, **asked}, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines() == [wanted, "[]"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_is_clicks_with_a_line_on_where_it_goes(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    script, last = capsys.readouterr().out.rstrip("\n").rsplit("\n", 1)
    found = get_completion_class(shell)
    assert found is not None
    assert script == found(communique, {}, "communique", "_COMMUNIQUE_COMPLETE").source().rstrip()
    assert last.startswith("# ")
    assert f"communique completion {shell}" in last


def test_bash_takes_the_script(capsys: pytest.CaptureFixture[str]) -> None:
    main(["completion", "bash"])
    script = capsys.readouterr().out + "complete -p communique\n"
    done = subprocess.run(["/bin/bash"], input=script, capture_output=True, text=True, check=True)
    assert done.stdout == "complete -o nosort -F _communique_completion communique\n"


def test_another_shell_is_2_and_names_those_that_are_known(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", "tcsh"]) == 2
    assert "'bash', 'zsh', 'fish'" in capsys.readouterr().err
