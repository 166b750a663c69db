"""Prompt injections: what a text says to the machine that reads it. It is set aside before anything else is read."""

from collections.abc import Callable

from communique.injections.blocks import blocks
from communique.injections.orders import orders
from communique.injections.skeleton import skeleton
from communique.spans import Span, blanked, joined

__all__ = ["injections"]


def injections(text: str, paragraphs: Callable[[str], tuple[Span, ...]]) -> tuple[Span, ...]:
    """The parts of a text that address a machine or that no reader sees as text, in text order, apart from each
    other."""
    plain = skeleton(text)
    found = joined(blocks(text, plain))
    rest = blanked(text, found) if found else text
    return joined((*found, *orders(rest, skeleton(rest) if found else plain, paragraphs(rest))))
