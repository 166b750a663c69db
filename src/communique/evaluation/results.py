"""What an evaluation says: scores with their counts and intervals, and every event and value that is not right."""

import json
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, computed_field

SCHEMA: Literal["communique/evaluation/1"] = "communique/evaluation/1"

Interval = tuple[float, float]
Outcome = Literal["missed", "spurious", "wrong", "missing", "extra", "refused", "unsupported"]


class _Result(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", serialize_by_alias=True, validate_by_name=True)


class Score(_Result):
    """Right among predicted and among gold. A score without anything to count is null, not 0 and not 1.

    The intervals hold 95 % of the bootstrap draws; they are null where none were drawn.
    """

    right: int = 0
    predicted: int = 0
    gold: int = 0
    precision_interval: Interval | None = None
    recall_interval: Interval | None = None
    f1_interval: Interval | None = None

    @computed_field  # type: ignore[prop-decorator]  # pydantic's documented form
    @property
    def precision(self) -> float | None:
        """Right among predicted, 0 to 1."""
        return self.right / self.predicted if self.predicted else None

    @computed_field  # type: ignore[prop-decorator]
    @property
    def recall(self) -> float | None:
        """Right among gold, 0 to 1."""
        return self.right / self.gold if self.gold else None

    @computed_field  # type: ignore[prop-decorator]
    @property
    def f1(self) -> float | None:
        """The harmonic mean of the two."""
        both = self.predicted + self.gold
        return 2 * self.right / both if both else None


class Rate(_Result):
    """How many of `total` are so; null without any."""

    count: int = 0
    total: int = 0
    interval: Interval | None = None

    @computed_field  # type: ignore[prop-decorator]
    @property
    def rate(self) -> float | None:
        """The share, 0 to 1."""
        return self.count / self.total if self.total else None


class KindScore(_Result):
    """The events of one kind and their values."""

    kind: str
    events: Score
    arguments: Score


class RoleScore(_Result):
    """One role of a kind on matched events; `counted` tells whether it is part of the overall argument score."""

    kind: str
    role: str
    counted: bool
    score: Score


class TypeSupport(_Result):
    """The asserted values of one field type ("Name"), and how many of them the article does not support."""

    type: str
    unsupported: Rate


class LanguageScore(_Result):
    """The articles of one language."""

    language: str
    articles: int
    events: Score
    arguments: Score


class Confusion(_Result):
    """One thing that is not right.

    `missed` is a gold event that no accepted one tells of (`predicted` says why one beside it was refused), `spurious`
    a predicted one that is none; of a matched event a value is
    `wrong`, `missing`, `extra` (not in gold), or `refused` (right, but the checks refused it); `unsupported` is an
    asserted value that the article does not support.
    """

    article: str
    kind: str
    outcome: Outcome
    event: str
    role: str | None = None
    gold: str | None = None
    predicted: str | None = None
    record: str


class Evaluation(_Result):
    """Predicted events scored against gold ones.

    `arguments`, `dates` and `roles` are of matched events. `dates`: gold's dates that the prediction has right.
    `unsupported`: accepted events' values that the article does not support; `unchecked` values have no check of their
    own and no article to be checked against. `refused_right`: right values that the checks refused, of all right values
    proposed.
    """

    schema_: Literal["communique/evaluation/1"] = Field(default=SCHEMA, alias="schema")
    articles: int
    draws: int
    seed: int
    events: Score
    arguments: Score
    dates: Rate
    unsupported: Rate
    unchecked: int
    refused_right: Rate
    kinds: tuple[KindScore, ...]
    roles: tuple[RoleScore, ...]
    types: tuple[TypeSupport, ...]
    languages: tuple[LanguageScore, ...]
    confusions: tuple[Confusion, ...]

    def to_json(self) -> str:
        """The evaluation as one JSON document, indented."""
        return json.dumps(self.model_dump(mode="json"), indent=2, ensure_ascii=False)
