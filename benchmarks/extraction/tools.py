"""The tools: which there are, what each needs, and a running one that answers article by article."""

import json
import subprocess
import sys
import venv
from argparse import ArgumentTypeError
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from os import environ
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

SCRIPTS = Path(__file__).with_name("scripts")
ROOT = Path(__file__).parents[2]
OURS = "communique"
VENVS = Path.home() / ".cache" / "communique-benchmarks"
"""The folder of the environments that are made for tools."""
_SHARED = ("lines.py", "guidelines.txt")
_OWN_PARTS = ("src/communique", "prompts")


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool: its script, the `packages` that its environment holds, and the files that decide its answers."""

    name: str
    script: str
    packages: tuple[str, ...] = ()
    files: tuple[str, ...] = ()

    @property
    def slug(self) -> str:
        """The name for an address or a file."""
        return self.name.replace(" ", "-")

    @property
    def version(self) -> str:
        """A hash of what decides the tool's answers: its packages and the files that it reads; of ours, the library."""
        paths = [SCRIPTS / name for name in (self.script, *self.files, *_SHARED)]
        if not self.packages:
            paths += [path for part in _OWN_PARTS for path in sorted((ROOT / part).rglob("*")) if _is_source(path)]
        key = sha256("\n".join(self.packages).encode())
        for path in paths:
            key.update(path.name.encode() + path.read_bytes())
        return key.hexdigest()


def _is_source(path: Path) -> bool:
    return path.is_file() and path.suffix in (".py", ".toml", ".txt")


TOOLS = (
    Tool(OURS, "of_communique.py"),
    Tool("langextract", "of_langextract.py", ("langextract[openai]==1.7.1",)),
    Tool("instructor", "of_instructor.py", ("instructor==1.17.0",)),
    Tool("plain prompt", "of_prompt.py", ("openai==3.3.0",), ("events.schema.json",)),
)


def pair(given: str) -> tuple[str, Path]:
    """An argument TOOL=PATH, for argparse."""
    name, equals, path = given.partition("=")
    if not equals or name not in {tool.name for tool in TOOLS}:
        raise ArgumentTypeError(f"{given!r} is not TOOL=PATH")
    return name, Path(path)


def interpreter(tool: Tool, given: Mapping[str, Path], venvs: Path) -> Path:
    """The tool's Python: the one given for it, ours for ours, else that of its environment below `venvs`, made where
    it is missing."""
    if tool.name in given:
        return given[tool.name]
    if not tool.packages:
        return Path(sys.executable)
    home = venvs / sha256("\n".join(tool.packages).encode()).hexdigest()[:12]
    python = home / "bin" / "python"
    if not (home / "made").exists():
        venv.create(home, with_pip=True, clear=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *tool.packages], check=True)  # noqa: S603 - ours
        (home / "made").touch()
    return python


class Running:
    """A tool's script while it runs; `ask` gives an article's answer. `address`, `key` and `model` are the engine's."""

    def __init__(self, tool: Tool, python: Path, *, address: str, key: str, model: str) -> None:
        self.tool = tool
        told = {"OPENAI_BASE_URL": address, "OPENAI_API_KEY": key, "BENCHMARK_MODEL": model, "NO_PROXY": "127.0.0.1"}
        own = {} if tool.packages else {"PYTHONPATH": str(ROOT / "src")}
        kept = {name: value for name, value in environ.items() if name != "PYTHONPATH"}
        self._command, self._environment = [str(python), tool.script], {**kept, **told, **own}

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(  # noqa: S603 - a script of ours
            self._command,
            cwd=SCRIPTS,
            env=self._environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        asking, _ = self._pipes
        with self._process, suppress(BrokenPipeError):  # closes its pipes and waits
            asking.close()

    def ask(self, article: Mapping[str, Any]) -> dict[str, Any]:
        """The tool's answer to an article."""
        asking, answering = self._pipes
        with suppress(BrokenPipeError):  # a tool that ended already is told by its silence
            asking.write(json.dumps(article, ensure_ascii=False) + "\n")
            asking.flush()
        line = answering.readline()
        if not line:
            raise RuntimeError(f"{self.tool.name} ended with {self._process.wait()}; what it said stands above")
        answer: dict[str, Any] = json.loads(line)
        return answer

    @property
    def _pipes(self) -> tuple[IO[str], IO[str]]:
        asking, answering = self._process.stdin, self._process.stdout
        assert asking is not None
        assert answering is not None
        return asking, answering
