"""The articles with gold events: the half that was looked at while the library was made, and the half that was not."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from communique.article import Article
from communique.evaluation import RecordSet, read_records
from communique.records import ArticleReference

_EXAMPLES = Path(__file__).parents[2] / "examples"
HALVES: Mapping[str, tuple[str, ...]] = {
    "tuning": ("articles", "evaluation/tuning"),
    "held_apart": ("evaluation/held_apart",),
}


@dataclass(frozen=True, slots=True)
class Half:
    """Articles, each with the publication date and language that gold gives it, and their gold."""

    name: str
    articles: tuple[Article, ...]
    gold: RecordSet

    def without(self, ids: Collection[str]) -> "Half":
        """The half without some articles."""
        kept = tuple(article for article in self.articles if article.id not in ids)
        records = tuple(record for record in self.gold.records if record.article.id not in ids)
        reports = tuple(report for report in self.gold.reports if report.article.id not in ids)
        return replace(self, articles=kept, gold=RecordSet(records, reports))


def read_half(name: str, examples: Path = _EXAMPLES) -> Half:
    """The half of that name."""
    gold = read_records(examples / "evaluation" / f"{name}.gold.jsonl")
    about = {report.article.id: report.article for report in gold.reports}
    paths = sorted(path for folder in HALVES[name] for path in (examples / folder).glob("*.txt"))
    return Half(name, tuple(_article(path, about[path.stem]) for path in paths if path.stem in about), gold)


def _article(path: Path, about: ArticleReference) -> Article:
    text = path.read_bytes().decode("utf-8-sig")
    told = about.model_dump(include={"published", "published_from", "language"})
    return Article.model_validate({"id": path.stem, "text": text, **told})
