"""Which Python runs a tool: the one given for it, this one where it has what the tool needs, else one made for it."""

import sys
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from benchmarks.extraction.tools import Tool, interpreter

VENVS = Path.home() / ".cache" / "communique-benchmarks"


def python_of(tool: Tool, given: Mapping[str, Path]) -> Path:
    """The tool's Python, made where it is missing."""
    if tool.name not in given and all(map(_is_here, tool.packages)):
        return Path(sys.executable)
    return interpreter(tool, given, VENVS)


def _is_here(package: str) -> bool:
    name, _, wanted = package.partition("==")
    try:
        return version(name.partition("[")[0]) == wanted
    except PackageNotFoundError:
        return False
