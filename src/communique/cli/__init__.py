"""The command line: parses, calls the library, prints. Data on standard output, everything else on standard error.

A command's module is imported when the command runs, so that `communique --help` loads none of the heavy libraries.
"""

import io
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

from communique.cli.logs import known_secrets, log_as_openai_does
from communique.cli.stopping import unwound_by_sigterm
from communique.cli.terminal import printable
from communique.errors import CommuniqueError, ConfigurationError
from communique.redaction import redacted

DONE, SOME_FAILED, NOTHING_STARTED, INTERRUPTED = 0, 1, 2, 130
CONFIG = "COMMUNIQUE_CONFIG"
"""The variable that names a settings file; of a context's `meta`, the file that --config names."""

_COMMANDS = {
    "extract": ("communique.cli.extract:extract", "Read articles and write source-checked events as JSON Lines."),
    "batch": ("communique.cli.batch:batch", "Read articles through a hosted model's batch API, at its lower price."),
    "show": ("communique.cli.show:show", "Print events readably, with their evidence."),
    "stats": ("communique.cli.stats:stats", "Count events by kind, country and month, who met whom, what was refused."),
    "merge": ("communique.cli.merge:merge", "Join outputs, or stores, of several machines."),
    "link": ("communique.cli.link:link_command", "Link records that tell of one event, across articles and languages."),
    "report": ("communique.cli.report:report", "Make one HTML page to read, compare and correct events."),
    "export": (
        "communique.cli.export:export",
        "Write events as tables, a register, PLOVER events or a calendar.",
    ),
    "runs": ("communique.cli.runs:runs", "List the runs of a store, and how each ended."),
    "revalidate": (
        "communique.cli.revalidate:revalidate_command",
        "Check old records anew, with today's checks and policy and no model.",
    ),
    "evaluate": ("communique.cli.evaluate:evaluate_command", "Score predicted events against gold ones."),
    "ground": ("communique.cli.ground:ground", "Check somebody else's extractions against their texts."),
    "tag": ("communique.cli.tag:tag_command", "Find dates, quotes, amounts, names and places, without a model."),
    "prompt": ("communique.cli.prompt:prompt", "Print what would be sent to the model for an article."),
    "schema": ("communique.cli.schema:schema", "Print or write the JSON Schemas of the output."),
    "mcp": ("communique.cli.mcp:mcp", "Offer extract, ground and tag to assistants, over MCP."),
    "serve": ("communique.cli.serve:serve", "Offer extract, ground and tag to other programs, over HTTP."),
    "config": ("communique.cli.config:config", "Show the settings in force, and where each comes from."),
    "doctor": ("communique.cli.doctor:doctor", "Check model, endpoint, key and disk, and say what to do."),
    "completion": (
        "communique.cli.completion_script:completion",
        "Print the script that completes commands and options in a shell.",
    ),
}
_CONFIGURED = "communique.cli.settings.option:configured"


def late(place: str, *, extra: str | None = None) -> Callable[..., Any]:
    """What stands at `module:name`, imported now: for what a command runs with, which its options do not need.

    Raises ConfigurationError, which names the `extra`, where what it needs is not installed.
    """
    module, name = place.split(":")
    try:
        found: Callable[..., Any] = getattr(import_module(module), name)
    except ModuleNotFoundError as error:
        if extra is None:
            raise
        missing = f'{error.name} is not installed; run `pip install "communique[{extra}]"`'
        raise ConfigurationError(missing) from error
    return found


class LazyGroup(click.Group):
    """A group that knows its commands by name and imports one when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click gives it
        """The names of the commands, in the order of use."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - the same
        """The command, imported; None for an unknown name."""
        if cmd_name not in _COMMANDS:
            return None
        command = late(_COMMANDS[cmd_name][0])
        return late(_CONFIGURED)(command) if isinstance(command, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is named; an unknown name is told with those that are near."""
        try:
            return super().resolve_command(ctx, args)
        except click.NoSuchCommand as error:
            raise click.NoSuchCommand(error.command_name, possibilities=_COMMANDS, ctx=ctx) from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - the same
        """Writes the table of commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, told) for name, (_, told) in _COMMANDS.items()])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem[str]]:
        """What a shell is offered here: commands by the table, without importing them, and options."""
        commands = [
            CompletionItem(name, help=told) for name, (_, told) in _COMMANDS.items() if name.startswith(incomplete)
        ]
        return [*commands, *click.Command.shell_complete(self, ctx, incomplete)]

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - a command's result, here its exit code
        """Runs the command; a reader that closes the pipe ends it silently."""
        try:
            status = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            return DONE
        return status


def _remember(context: click.Context, parameter: click.Parameter, value: str | None) -> None:  # noqa: ARG001 - click's
    """Leaves the file to the command."""
    context.meta[CONFIG] = value


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(package_name="communique", prog_name="communique", help="Show the version and exit.")
@click.option(
    "--config",
    metavar="FILE",
    expose_value=False,
    callback=_remember,
    help="Take options from this file; every command has this option, too.",
)
def communique() -> None:
    """News articles into structured events with a language model that is not believed.

    \b
    Examples:
      communique extract article.txt --model local -o events.jsonl
      communique show events.jsonl --articles article.txt
      communique doctor
    """


def _tell(error: click.ClickException, secrets: Sequence[str]) -> None:
    """Prints what was wrong with the command line, which may hold anything."""
    shown = io.StringIO()
    error.show(shown)
    told = redacted(shown.getvalue(), secrets)
    click.echo("\n".join(printable(line) for line in told.splitlines()), err=True)


def _told(error: OSError) -> str:
    """What the system says of a file, or of the standard output where it names none."""
    return f"{error.filename or 'standard output'}: {error.strerror or error}"


def _open_streams() -> None:
    """Stands in for standard streams that the caller closed, as `<&-` does: nothing comes from there or goes there."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - stays open


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code: 0 done, 1 some articles or lines failed, 2 nothing could start, 130 interrupted.

    SIGTERM ends it with SystemExit(143), once what is half written is gone.
    """
    _open_streams()
    secrets = known_secrets(sys.argv[1:] if arguments is None else arguments)
    log_as_openai_does(secrets)
    try:
        with unwound_by_sigterm():
            status = communique.main(arguments, prog_name="communique", standalone_mode=False)
    except click.ClickException as error:
        _tell(error, secrets)
        return NOTHING_STARTED
    except CommuniqueError as error:
        click.echo(f"communique: {printable(redacted(str(error), secrets))}", err=True)
        return NOTHING_STARTED
    except OSError as error:
        told = printable(redacted(_told(error), secrets))
        click.echo(f"communique: {told}; make room or give another place", err=True)
        return NOTHING_STARTED
    except click.Abort:
        return INTERRUPTED
    return status or DONE
