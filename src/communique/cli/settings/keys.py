"""The keys of a settings file: the options of the commands, but for those that say what a single run does."""

from collections.abc import Iterator, Mapping

import click

from communique.cli.kind_names import KindNames

PREFIX = "COMMUNIQUE_"
"""How the environment variable of a key begins."""
_OF_ONE_RUN = frozenset({"config", "into", "limit", "linked", "out", "shard"})


def keys_of(command: click.Command) -> dict[str, click.Option]:
    """The options of a command that can be set, by their keys: their long names without dashes in front.

    A flag is one only where the command line can take it back, so that the command line has the last word.
    """
    return {
        key_of(option): option
        for option in command.params
        if isinstance(option, click.Option) and option.expose_value and _is_key(option)
    }


def key_of(option: click.Option) -> str:
    """The key: "on-unsupported" of --on-unsupported."""
    return max(option.opts, key=len).removeprefix("--")


def _is_key(option: click.Option) -> bool:
    return key_of(option) not in _OF_ONE_RUN and bool(not option.is_flag or option.secondary_opts)


def commands(group: click.Group, context: click.Context) -> Iterator[tuple[str, click.Command]]:
    """Every command that can be run, with the name of the section that is its: that of the outermost command."""
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield from ((name, inner) for _, inner in commands(command, context))
        elif command is not None:
            yield name, command


def takes(option: click.Option) -> str:
    """What a key takes, in words."""
    kind = option.type
    if option.multiple:
        return "one or several paths, as a list"
    if option.is_flag:
        return "true or false"
    if isinstance(kind, click.Choice):
        return f"one of {', '.join(str(choice) for choice in kind.choices)}"
    if isinstance(kind, click.IntRange | click.FloatRange):
        return f"{_number(kind)}{_bounds(kind)}"
    if isinstance(kind, KindNames):
        return "event kinds, as a list or with commas"
    return _PLAIN.get(kind.name, f"{option.metavar or kind.name}".lower())


_PLAIN: Mapping[str, str] = {
    "integer": "a whole number",
    "float": "a number",
    "amount": "an amount above 0",
    "path": "a path",
    "file": "a path",
    "text": "text",
}


def _number(kind: click.IntRange | click.FloatRange) -> str:
    return "a whole number" if isinstance(kind, click.IntRange) else "a number"


def _bounds(kind: click.IntRange | click.FloatRange) -> str:
    least, most = kind.min, kind.max
    if least is None or most is None:
        return "" if least is None else f" above {least:g}" if kind.min_open else f" of at least {least:g}"
    return f" from {least:g} to {most:g}"
