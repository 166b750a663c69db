"""What a tool's answers are worth and what they took."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.extraction.counting import Count
from benchmarks.extraction.recording import records_of, report_of
from benchmarks.extraction.running import Answered
from communique.article import Article
from communique.evaluation import Evaluation, RecordSet, evaluate
from communique.evaluation.results import Score

ASKED: Mapping[str, frozenset[str]] = {
    "meeting": frozenset(("format", "status", "participants.name", "participants.country", "date", "place")),
    "arms_deal": frozenset(
        (
            *("stage", "supplier.name", "supplier.country", "recipient.name", "recipient.country"),
            *("designation", "quantity", "amount", "date"),
        )
    ),
    "statement": frozenset(("speaker.name", "form")),
}
"""The roles that every tool is asked for, of those that count in the argument score."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A tool on a half: the evaluation, the tokens and seconds of all its articles, and why it gave less."""

    tool: str
    evaluation: Evaluation
    count: Count
    seconds: float
    cpu: float
    failures: Mapping[str, int]
    failed: int

    def per_article(self, total: float) -> float:
        """A total over the articles."""
        return total / self.evaluation.articles

    @property
    def shared(self) -> Score:
        """The arguments of matched events, of the roles that every tool is asked for."""
        roles = [one.score for one in self.evaluation.roles if one.counted and one.role in ASKED.get(one.kind, ())]
        right, found, gold = (sum(getattr(one, name) for one in roles) for name in ("right", "predicted", "gold"))
        return Score(right=right, predicted=found, gold=gold)

    @property
    def tokens(self) -> float:
        """Prompt and completion tokens an article."""
        return self.per_article(self.count.prompt + self.count.completion)


def predicted(tool: str, articles: Sequence[Article], answers: Sequence[Answered]) -> RecordSet:
    """The records and reports of a tool's answers to the articles."""
    records = [records_of(one.answer, article, tool) for article, one in zip(articles, answers, strict=True)]
    given = zip(answers, articles, records, strict=True)
    reports = [report_of(one.answer, article, found) for one, article, found in given]
    return RecordSet(tuple(record for found in records for record in found), tuple(reports))


def scored(
    tool: str, gold: RecordSet, found: RecordSet, answers: Iterable[Answered], articles: Sequence[Article]
) -> Scored:
    """The tool's records against gold."""
    given = tuple(answers)
    return Scored(
        tool,
        evaluate(gold, found, articles=articles),
        sum((one.count for one in given), Count()),
        sum(one.seconds for one in given),
        sum(one.cpu for one in given),
        Counter(reason for one in given for reason in one.answer.get("failures", ())),
        sum(report.status == "failed" for report in found.reports),
    )


def write(found: RecordSet, path: Path) -> None:
    """Writes the records, and the articles' file beside them."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(f"{record.to_json()}\n" for record in found.records), encoding="utf-8")
    beside = path.with_name(f"{path.stem}.articles.jsonl")
    beside.write_text("".join(f"{report.to_json()}\n" for report in found.reports), encoding="utf-8")
