"""What is told on a terminal: text that others wrote, made safe, and counted things."""

from communique.characters import BREAKS, is_hidden


def counted(number: int, noun: str) -> str:
    """The number with its noun: "1 sentence", "2 sentences"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def printable(text: object) -> str:
    """The text on one line, without control characters (C0, C1), those that turn the writing direction, and those that
    hide words or show nothing."""
    return "".join(" " if letter in BREAKS else letter for letter in str(text) if not is_hidden(letter))
