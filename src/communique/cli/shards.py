"""A part of the inputs for each of several machines, which need not know of one another."""

import re
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import click

from communique.article import Article
from communique.ingest import FailedArticle

_WRITTEN = re.compile(r"(\d{1,6})/(\d{1,6})")


@dataclass(frozen=True, slots=True)
class Shard:
    """The `number`-th (from 1) of `count` parts."""

    number: int
    count: int

    def has(self, item: Article | FailedArticle) -> bool:
        """Whether the input is of this part: by the hash of its text, so that it is the same wherever it lies.

        What could not be read goes by its id.
        """
        mark = item.sha256 if isinstance(item, Article) else sha256(item.id.encode("utf-8", "replace")).hexdigest()
        return int(mark[:16], 16) % self.count == self.number - 1

    def __str__(self) -> str:
        return f"{self.number}/{self.count}"


class ShardType(click.ParamType[Shard]):
    """A part, written "2/8"."""

    name = "shard"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Shard:  # noqa: ANN401
        """The part; fails as click's own types do."""
        if isinstance(value, Shard):
            return value
        found = _WRITTEN.fullmatch(str(value))
        number, count = (int(part) for part in found.groups()) if found else (0, 0)
        if not 1 <= number <= count:
            self.fail(f"{value!r} is no part like 2/8: the second of eight", param, ctx)
        return Shard(number, count)
