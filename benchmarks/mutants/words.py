"""Word lists that faults are planted with, and words compared without the checker's own folding."""

import re
import tomllib
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

_DATA = Path(__file__).parents[1] / "data" / "mutants.toml"
_TOKEN = re.compile(r"[^\W_]+")
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")


@cache
def table(name: str) -> dict[str, Any]:
    """One table of the word lists."""
    known: dict[str, Any] = tomllib.loads(_DATA.read_text(encoding="utf-8"))[name]
    return known


def plain(words: str) -> tuple[str, ...]:
    """The words in small letters without accents or marks."""
    letters = unicodedata.normalize("NFKD", words.replace("ı", "i").replace("İ", "i").lower())
    return tuple(_TOKEN.findall("".join(c for c in letters if not unicodedata.combining(c))))


@cache
def _line(text: str) -> str:
    return f" {' '.join(plain(text))} "


def stands(words: str, text: str) -> bool:
    """Whether the words stand in the text side by side, up to case, accents and marks."""
    return f" {' '.join(plain(words))} " in _line(text)


def begins(word: str, text: str) -> bool:
    """Whether a word of the text begins with these letters."""
    return f" {' '.join(plain(word))}" in _line(text)


def readings(literal: str) -> set[float]:
    """The values digits may have: with a decimal point, a decimal comma, or marks between thousands."""
    marked = {literal.replace(",", ""), literal.replace(".", "").replace(",", "."), re.sub("[.,]", "", literal)}
    return {float(writing) for writing in marked if writing.count(".") < 2}  # noqa: PLR2004 - one decimal point


@cache
def numbers_of(text: str) -> frozenset[float]:
    """Every value that digits or number words of the text may have, scales left out."""
    found = {value for match in _DIGITS.finditer(text) for value in readings(match.group())}
    for ring, first, step in zip(table("rings")["numbers"], (1, 1, 20, 20), (1, 1, 10, 10), strict=True):
        found |= {first + step * at for at, word in enumerate(ring) if begins(word, text)}
    return frozenset(found)
