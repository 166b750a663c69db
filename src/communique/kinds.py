"""Event classes by name: the built-in ones, and a user's own as package.module:Class."""

import sys
from collections.abc import Iterable
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path

from communique.errors import ConfigurationError
from communique.events import BUILT_IN, Event
from communique.shapes import shapes

_BUILT_IN = {event.kind: event for event in BUILT_IN}


def resolve_kinds(names: str) -> tuple[type[Event], ...]:
    """The event classes of a comma-separated list, in its order; raises ConfigurationError for what is none."""
    found = tuple(dict.fromkeys(_resolved(name) for name in check_names(names)))
    _check_distinct(found)
    return found


def checked_kinds(kinds: Iterable[type[Event]]) -> tuple[type[Event], ...]:
    """The event classes, as they were given; raises ConfigurationError for what is none, and for two of one kind."""
    if isinstance(kinds, str | type):
        raise ConfigurationError(f"kinds are event classes in a tuple, such as (MeetingEvent,), and not {kinds!r}")
    found = tuple(_checked(kind, getattr(kind, "__name__", str(kind))) for kind in kinds)
    _check_distinct(found)
    return found


def check_names(names: str) -> tuple[str, ...]:
    """The names of a comma-separated list, in its order; raises ConfigurationError where there is none, or one without
    a module is not built in. Nothing is imported."""
    listed = tuple(dict.fromkeys(name.strip() for name in names.split(",") if name.strip()))
    if not listed:
        raise ConfigurationError(f"no event kind is named; {_offer()}")
    for name in listed:
        if ":" not in name and name not in _BUILT_IN:
            near = get_close_matches(name, _BUILT_IN, n=1)
            meant = f" (did you mean {near[0]!r}?)" if near else ""
            raise ConfigurationError(f"unknown event kind {name!r}{meant}; {_offer()}")
    return listed


def _resolved(name: str) -> type[Event]:
    return _checked(_imported(name), name) if ":" in name else _BUILT_IN[name]


def _offer() -> str:
    return f"give one of {', '.join(_BUILT_IN)}, or package.module:Class for one of your own"


def _imported(name: str) -> object:
    module_name, _, class_name = name.partition(":")
    here = str(Path.cwd())
    if here not in sys.path:
        sys.path.insert(0, here)
    try:
        module = import_module(module_name)
    except (ImportError, SyntaxError, ValueError, TypeError) as error:
        raise ConfigurationError(
            f"{name!r}: cannot import {module_name!r} ({error}); run where the module can be imported, or install it"
        ) from error
    if not hasattr(module, class_name):
        raise ConfigurationError(f"{name!r}: module {module_name!r} has no {class_name!r}; check the spelling")
    held: object = getattr(module, class_name)
    return held


def _checked(found: object, name: str) -> type[Event]:
    if not (isinstance(found, type) and issubclass(found, Event) and found is not Event):
        raise ConfigurationError(f"{name!r} is no event class; derive it from communique.Event")
    kind = getattr(found, "kind", None)
    if not isinstance(kind, str) or not kind:
        raise ConfigurationError(f'{name!r} has no kind; add `kind: ClassVar[str] = "…"` to the class')
    shapes(found)
    return found


def _check_distinct(found: Iterable[type[Event]]) -> None:
    by_kind: dict[str, type[Event]] = {}
    for event in found:
        if event.kind in by_kind:
            raise ConfigurationError(
                f"{by_kind[event.kind].__name__} and {event.__name__} are both of kind {event.kind!r}; rename one"
            )
        by_kind[event.kind] = event
