"""What a page's reader has at hand beside the clone: `<!-- begins with: events.jsonl news/ -->` in its source."""

import json
import shutil
import subprocess
from collections.abc import Callable, Iterable

from tests.documentation.blocks import Block
from tests.documentation.workplace import Workplace


def furnish(workplace: Workplace, names: Iterable[str]) -> None:
    """Makes what is named in the clone."""
    for name in names:
        _MADE[name](workplace)


def _news(workplace: Workplace) -> None:
    """The example articles, as a folder."""
    shutil.copytree(workplace.clone / "examples" / "articles", workplace.clone / "news")


def _article(workplace: Workplace) -> None:
    """An article of which nothing is asked: rules decide it all."""
    shutil.copy(workplace.clone / "examples" / "articles" / "05-drone-contract.txt", workplace.clone / "article.txt")


def _events(workplace: Workplace) -> None:
    """The events of the example articles, as the embedded model gave them; read once for all pages."""
    for name, content in _read(workplace).items():
        (workplace.clone / name).write_bytes(content)


_READ: dict[str, bytes] = {}


def _read(workplace: Workplace) -> dict[str, bytes]:
    if not _READ:
        command = "communique extract examples/articles --model local -o events.jsonl"
        status, printed = workplace.run(Block("sh", command, 0))
        if status:
            raise subprocess.CalledProcessError(status, command, printed)
        _READ.update(
            {name: (workplace.clone / name).read_bytes() for name in ("events.jsonl", "events.articles.jsonl")}
        )
    return _READ


def _gold(workplace: Workplace) -> None:
    """The gold events of the example articles."""
    ours = {path.stem for path in (workplace.clone / "examples" / "articles").glob("*.txt")}
    for ending in ("jsonl", "articles.jsonl"):
        lines = (workplace.clone / "examples" / "evaluation" / f"tuning.gold.{ending}").read_text(encoding="utf-8")
        kept = [line for line in lines.splitlines() if json.loads(line)["article"]["id"] in ours]
        (workplace.clone / f"gold.{ending}").write_text("".join(f"{line}\n" for line in kept), encoding="utf-8")


_MADE: dict[str, Callable[[Workplace], None]] = {
    "article.txt": _article,
    "events.jsonl": _events,
    "gold.jsonl": _gold,
    "news/": _news,
}
