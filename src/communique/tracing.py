"""What the library does, stage by stage, for whoever observes it: nothing, and at no cost, until `observe` is called.

Facts are names, numbers and codes. No text of an article, nothing that a model was asked or said, and no key is told.
"""

from collections.abc import Callable, Coroutine, Mapping
from contextlib import AbstractContextManager, nullcontext
from functools import wraps
from typing import Any, ParamSpec, Protocol, TypeVar

Given = ParamSpec("Given")
Made = TypeVar("Made")
Facts = Mapping[str, str | int | tuple[str, ...]]


class Stage(Protocol):
    """A stage under way."""

    def tell(self, facts: Facts) -> None:
        """Adds what is known of it by now."""
        ...

    def fail(self, code: str) -> None:
        """Marks it as failed."""
        ...


class Observer(Protocol):
    """Whoever is told of stages."""

    def stage(self, name: str, facts: Facts, *, is_request: bool) -> AbstractContextManager[Stage]:
        """A stage for as long as the context lasts; `is_request`: another machine is asked."""
        ...


class _Unobserved:
    """A stage that nobody is told of."""

    def tell(self, facts: Facts) -> None:
        """Tells nobody."""

    def fail(self, code: str) -> None:
        """Tells nobody."""


class _Observing:
    """Who observes this process."""

    observer: Observer | None = None


_UNOBSERVED: AbstractContextManager[Stage] = nullcontext(_Unobserved())


def observe(observer: Observer | None) -> None:
    """Tells `observer` of every stage from now on; None: nobody."""
    _Observing.observer = observer


def stage(name: str, facts: Facts, *, is_request: bool = False) -> AbstractContextManager[Stage]:
    """A stage for as long as the context lasts."""
    observer = _Observing.observer
    return _UNOBSERVED if observer is None else observer.stage(name, facts, is_request=is_request)


def traced(name: str) -> Callable[[Callable[Given, Made]], Callable[Given, Made]]:
    """A decorator that makes a stage of each call of a function."""

    def decorate(function: Callable[Given, Made]) -> Callable[Given, Made]:
        @wraps(function)
        def call(*args: Given.args, **kwargs: Given.kwargs) -> Made:
            if _Observing.observer is None:
                return function(*args, **kwargs)
            with stage(name, {}):
                return function(*args, **kwargs)

        return call

    return decorate


def traced_async(
    name: str, told: Callable[[Any], Facts] = lambda _: {}
) -> Callable[[Callable[Given, Coroutine[Any, Any, Made]]], Callable[Given, Coroutine[Any, Any, Made]]]:
    """The same for a coroutine function; `told` makes facts of what came out, "error.type" among them for a failure."""

    def decorate(function: Callable[Given, Coroutine[Any, Any, Made]]) -> Callable[Given, Coroutine[Any, Any, Made]]:
        @wraps(function)
        async def call(*args: Given.args, **kwargs: Given.kwargs) -> Made:
            with stage(name, {}) as under_way:
                made = await function(*args, **kwargs)
                if _Observing.observer is not None:
                    under_way.tell(told(made))
                return made

        return call

    return decorate
