"""Reads what ships beside the code: prompts/, schemas/ (top-level in a checkout, inside the package in a wheel) and
data/."""

import tomllib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

_PACKAGE = files("communique")
_CHECKOUT = Path(__file__).parents[2]


def folder(name: str) -> Traversable:
    """The folder `name` ("prompts", "schemas", "data"): packaged, or that of the checkout."""
    packaged = _PACKAGE / name
    return packaged if packaged.is_dir() else _CHECKOUT / name


@cache
def read_text(where: str, name: str) -> str:
    """The text of one file, e.g. read_text("prompts", "system.1.txt")."""
    return (folder(where) / name).read_text(encoding="utf-8")


@cache
def read_toml(name: str) -> dict[str, Any]:
    """One TOML file of data/, e.g. read_toml("titles.toml")."""
    return tomllib.loads(read_text("data", name))
