"""Articles through every tool, one article after the other; what was answered once is kept and not asked again."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from time import monotonic, process_time
from typing import Any

from benchmarks.extraction.counting import Count, CountingPassage
from benchmarks.extraction.tools import Running, Tool
from communique.article import Article
from communique.llm.local import LocalEngine

WARM_UP = Article(text="Dublin, 4 May 2021. The museum is closed on Mondays.", id="warm-up", published=date(2021, 5, 4))
"""Read by each tool before the first article, uncounted: the engine then holds what all its prompts begin with."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A tool's answer to an article, as it gave it, with what it took.

    `seconds` are by the clock; `cpu` are those of the processor in this process, which is the engine's: on a machine
    that does other things, they tell more.
    """

    answer: Mapping[str, Any]
    count: Count
    seconds: float
    cpu: float


class Answers:
    """The answers below a folder, by tool, its version, the model and the article."""

    def __init__(self, folder: Path, model: str) -> None:
        self._folder, self._model = folder, model

    def get(self, tool: Tool, article: Article) -> Answered | None:
        """The answer that is kept, or None."""
        path = self._path(tool, article)
        if not path.exists():
            return None
        kept = json.loads(path.read_text(encoding="utf-8"))
        return Answered(kept["answer"], Count(**kept["count"]), kept["seconds"], kept["cpu"])

    def asked(self, tool: Tool, article: Article) -> Answered:
        """The answer, which is there; KeyError where it is not."""
        found = self.get(tool, article)
        if found is None:
            raise KeyError((tool.name, article.id))
        return found

    def put(self, tool: Tool, article: Article, answered: Answered) -> None:
        """Keeps an answer."""
        path = self._path(tool, article)
        path.parent.mkdir(parents=True, exist_ok=True)
        aside = path.with_suffix(".part")
        aside.write_text(json.dumps(asdict(answered), ensure_ascii=False, indent=1), encoding="utf-8")
        aside.replace(path)

    def _path(self, tool: Tool, article: Article) -> Path:
        said = json.dumps([tool.version, self._model, article.id, article.sha256, str(article.published)])
        key = sha256(said.encode()).hexdigest()[:16]
        return self._folder / tool.slug / f"{article.id}-{key}.json"


def missing(answers: Answers, tools: Iterable[Tool], articles: Iterable[Article]) -> Iterator[tuple[Article, Tool]]:
    """What is still to be asked, article by article."""
    kept = tuple(tools)
    return ((article, tool) for article in articles for tool in kept if answers.get(tool, article) is None)


def fill(
    answers: Answers,
    wanted: Iterable[tuple[Article, Tool]],
    pythons: Mapping[str, Path],
    *,
    minutes: float | None,
    tell: Callable[[str], None],
) -> None:
    """Asks what is missing, until all is there or the minutes are over; an article under way is finished."""
    todo = list(wanted)
    if not todo:
        return
    end = None if minutes is None else monotonic() + 60 * minutes
    with ExitStack() as stack:
        engine = stack.enter_context(LocalEngine())
        passage = stack.enter_context(CountingPassage(engine.base_url))
        running: dict[str, Running] = {}
        for article, tool in todo:
            if end is not None and monotonic() > end:
                return
            if tool.name not in running:
                started = Running(
                    tool,
                    pythons[tool.name],
                    address=passage.address(tool.slug),
                    key=engine.api_key,
                    model=engine.model,
                )
                running[tool.name] = stack.enter_context(started)
                _timed(running[tool.name], passage, WARM_UP)
            answered = _timed(running[tool.name], passage, article)
            answers.put(tool, article, answered)
            took = f"{answered.seconds:.1f} s, {answered.cpu:.1f} s of processor"
            tell(f"{article.id}: {tool.name}: {took}, {answered.count}")


def _timed(running: Running, passage: CountingPassage, article: Article) -> Answered:
    line = article.model_dump(mode="json", include={"id", "text", "published", "language"})
    start, used = monotonic(), process_time()
    answer = running.ask(line)
    seconds, cpu = monotonic() - start, process_time() - used
    return Answered(answer, passage.take(running.tool.slug), round(seconds, 2), round(cpu, 2))
