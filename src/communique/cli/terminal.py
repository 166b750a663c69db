"""Text that others wrote, made safe for a terminal."""

from communique.characters import BREAKS, is_hidden


def printable(text: object) -> str:
    """The text on one line, without control characters (C0, C1), those that turn the writing direction, and those that
    hide words or show nothing."""
    return "".join(" " if letter in BREAKS else letter for letter in str(text) if not is_hidden(letter))
