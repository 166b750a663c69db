"""`communique schema`: the JSON Schemas of the output."""

from pathlib import Path

import click

from communique.cli import DONE
from communique.kinds import resolve_kinds
from communique.schemas import NAMES, schema_text, write_schemas


@click.command(short_help="Print or write the JSON Schemas of the output.")
@click.argument("name", required=False, metavar="[KIND|record|article]")
@click.option("--write", is_flag=True, help="Write all of them into the folder schemas/ of the current folder.")
def schema(*, name: str | None, write: bool) -> int:
    """Print a JSON Schema (2020-12): of a record, an article's line, or an event kind; without a name, list them.

    \b
    Examples:
      communique schema record
      communique schema meeting
      communique schema my_events:Exercise
      communique schema --write
    """
    if write:
        if name is not None:
            raise click.UsageError("--write writes all schemas; leave the name out")
        _write()
    elif name is None:
        click.echo("\n".join(NAMES))
    else:
        click.echo(schema_text(resolve_kinds(name)[0] if ":" in name else name), nl=False)
    return DONE


def _write() -> None:
    try:
        written = write_schemas(Path("schemas"))
    except OSError as error:
        raise click.ClickException(
            f"schemas: cannot be written ({error.strerror}); run in a folder of yours"
        ) from error
    for path in written:
        click.echo(path)
