"""Events and values in a few words, for lists that people read."""

from collections.abc import Iterator

from communique.evaluation.matching import matched_by
from communique.events import Event, Group, values
from communique.fields import Amount, Country, GroundedValue, Name, When
from communique.shapes import shape_of

_LONGEST = 60


def label_of(event: Event) -> str:
    """The values by which the event is told from others, cut to a line's length."""
    names = [name for entry in matched_by(type(event)) for name in entry]
    telling = [word for name in names for word in _of_field(event, name)]
    every = telling or [value_label(value) for _, value in values(event)]
    return _cut(" · ".join(dict.fromkeys(every)) or event.kind)


def value_label(value: GroundedValue) -> str:
    """The value as a person writes it."""
    held = getattr(value, "value", None)
    if isinstance(value, When) and held is None:
        held = value.partial or value.text
    if isinstance(value, Amount):
        upper = f" to {value.max:g}" if value.max is not None else ""
        held = f"{value.value:.15g}{upper} {value.currency or value.unit or ''}".strip()
    return _cut(str(held))


def _of_field(event: Event, name: str) -> Iterator[str]:
    shape = shape_of(type(event), name)
    held = getattr(event, name) if shape is not None else None
    for item in held if isinstance(held, tuple) else (held,):
        if isinstance(item, GroundedValue):
            yield value_label(item)
        elif isinstance(item, Group):
            named = sorted(values(item), key=lambda found: not isinstance(found[1], Name | Country))
            yield from (value_label(value) for _, value in named[:1])


def _cut(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST else plain[: _LONGEST - 1] + "…"
