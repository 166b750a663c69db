"""Where a page's commands run: a copy of what a clone has, an environment without a network, recorded answers."""

import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from communique.llm import weights
from tests.documentation.blocks import PYTHON, Block
from tests.documentation.pages import ROOT

_HERE = Path(__file__).parent
_COPIED = ("README.md", "examples", "prompts", "schemas", "pyproject.toml", "docs")
_TIME = re.compile(r"\b\d+ min \d+ s\b|\b\d+(?:\.\d+)? s\b")
_PLACES = {
    "https://api.openai.com/v1": "hosted",
    "http://localhost:8000/v1": "hosted",
    "http://localhost:11434/v1": "hosted",
}
_PORT = "8765"
"""Of servers that the pages start; here each gets a free one."""
_PATIENCE_SECONDS = 300


@dataclass(frozen=True, slots=True)
class Workplace:
    """A folder of a reader's own; `engine` and `hosted` are the addresses of the two models."""

    root: Path
    engine: str
    hosted: str

    @property
    def clone(self) -> Path:
        """The folder that the commands run in."""
        return self.root / "communique"

    @property
    def home(self) -> Path:
        """The reader's home."""
        return self.root / "home"

    def furnish(self) -> None:
        """Makes the clone, the stand-ins for Python and pip, and the embedded model's weights, which nobody reads."""
        for name in _COPIED:
            source = ROOT / name
            if source.is_dir():
                shutil.copytree(source, self.clone / name, ignore=shutil.ignore_patterns("__pycache__", "held_apart"))
            elif source.exists():
                self.clone.mkdir(exist_ok=True)
                shutil.copy(source, self.clone / name)
        stand_ins = self.root / "bin"
        stand_ins.mkdir()
        for script, names in {"python": ("python", "python3"), "pip": ("pip",), "communique": ("communique",)}.items():
            for name in names:
                shutil.copy(_HERE / "offline" / f"{script}.sh", stand_ins / name)
                (stand_ins / name).chmod(0o755)
        self._weigh()

    def _weigh(self) -> None:
        """A file of the right size that counts as verified, and the modules that carry its pieces, all empty."""
        pieces = self.root / "pieces"
        pieces.mkdir()
        for module in weights.EMBEDDED.modules:
            (pieces / f"{module}.py").touch()
        target = self.home / ".cache" / "communique" / weights.EMBEDDED.name
        target.parent.mkdir(parents=True)
        with target.open("wb") as file:
            file.truncate(weights.EMBEDDED.size)
        target.chmod(0o600)
        weights._marker(target).write_text(weights._stamp(target, weights.EMBEDDED))

    def run(self, block: Block) -> tuple[int, str]:
        """The exit code of a block, and what it prints on either stream."""
        code = block.code
        for shown in _PLACES:
            code = code.replace(shown, self.hosted)
        port = _free_port() if _PORT in code else _PORT
        code = code.replace(_PORT, port)
        command = (
            [str(self.root / "bin" / "python"), "-c", code] if block.language in PYTHON else ["bash", "-euc", code]
        )
        done = subprocess.run(  # noqa: S603 - the project's own pages
            command,
            cwd=self.clone,
            env=self.environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=_PATIENCE_SECONDS,
            check=False,
        )
        return done.returncode, self._as_shown(done.stdout.decode()).replace(port, _PORT)

    def environment(self) -> Mapping[str, str]:
        """The environment of a reader who has set nothing."""
        paths = (_HERE / "offline", self.root / "pieces", ROOT / "src", ROOT)
        return {
            "PATH": f"{self.root / 'bin'}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(self.home),
            "LANG": "C.UTF-8",
            "COLUMNS": "80",
            "NO_COLOR": "1",
            "PYTHON": sys.executable,
            "PYTHONPATH": os.pathsep.join(str(path) for path in paths),
            "PYTHONDONTWRITEBYTECODE": "1",
            "PROJECT": str(ROOT),
            "STAND_INS": str(self.root / "bin"),
            "RECORDED_ENGINE": self.engine,
            "OPENAI_BASE_URL": self.hosted,
        }

    def _as_shown(self, printed: str) -> str:
        """What was printed, with a reader's paths and addresses."""
        own = {self.hosted: "https://api.openai.com/v1", str(self.clone): "/home/you/communique"}
        for found, shown in {**own, str(self.home): "/home/you"}.items():
            printed = printed.replace(found, shown)
        return printed


def _free_port() -> str:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return str(found.getsockname()[1])


def is_as_shown(shown: str, printed: str) -> bool:
    """Whether the output is what the page shows: "…" alone stands for lines, within a line for words.

    Seconds, the widths of columns and blank lines at the end make no difference.
    """
    pattern = "".join(_line_pattern(line) for line in shown.rstrip().splitlines())
    return re.fullmatch(pattern, "".join(f"{_plain(line)}\n" for line in printed.rstrip().splitlines())) is not None


def _line_pattern(line: str) -> str:
    if line.strip() == "…":
        return r"(?:.*\n)*?"
    return ".*".join(re.escape(part) for part in _plain(line).split("…")) + r"\n"


def _plain(line: str) -> str:
    """A line without what varies: seconds, and the widths of a table's columns."""
    return re.sub(r"─+", "─", re.sub(r"━+", "━", re.sub(r"\s+", " ", _TIME.sub("N s", line)))).strip()
