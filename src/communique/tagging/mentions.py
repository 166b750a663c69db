"""What the taggers find: a mention is a span of the article and the value it stands for.

Mentions are tuples, since an article has hundreds: one is made in a fifth of a frozen dataclass's time.
"""

from typing import Literal, NamedTuple

from communique.fields import NameKind
from communique.spans import Span

Granularity = Literal["day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "interval"]
Anchor = Literal["published", "text", "none"]
Modifier = Literal["exact", "about", "at_least", "at_most", "range"]
AmountKind = Literal["money", "percent", "count", "number"]


class DateMention(NamedTuple):
    """A date expression.

    `value` is EDTF (ISO 8601-2), or None, and then `partial` tells what is known ("XXXX-05-18", "monday").
    """

    span: Span
    value: str | None
    granularity: Granularity
    anchor: Anchor
    partial: str | None = None


class AmountMention(NamedTuple):
    """Money, a percentage, a count of things or a bare number.

    `maximum` is the upper end of a range. `currency` is ISO 4217. `unit` is the head noun of a count as printed
    ("corvettes"), or "percent"; `noun` is that noun's span.
    """

    span: Span
    kind: AmountKind
    value: float
    maximum: float | None = None
    currency: str | None = None
    unit: str | None = None
    modifier: Modifier = "exact"
    noun: Span | None = None


class CountryMention(NamedTuple):
    """A country, its adjective or its capital as metonym; `code` is ISO 3166-1 alpha-3."""

    span: Span
    code: str
    form: Literal["name", "adjective", "capital"]


class NameMention(NamedTuple):
    """A name, cut of titles and Turkish suffixes: `span` of "Gen. Munir’in" covers "Munir".

    Mentions with the same `entity` (a number in the article) corefer. `title`, `role`, `organisation` and `country`
    stand in the same noun phrase or its apposition; `role` is the whole office ("chief of General Staff").
    """

    span: Span
    kind: NameKind
    entity: int
    title: Span | None = None
    role: Span | None = None
    organisation: Span | None = None
    country: CountryMention | None = None

    @property
    def begin(self) -> int:
        """Where the name begins with its title and office before it."""
        return min(part.start for part in (self.span, self.title, self.role) if part is not None)


class GroupMention(NamedTuple):
    """Words for several people at once ("the two generals") with the entities of those they stand for, as named."""

    span: Span
    entities: tuple[int, ...]


class PlaceMention(NamedTuple):
    """A city, region, building or country as a place; `country` is ISO 3166-1 alpha-3 where the gazetteer knows it."""

    span: Span
    country: str | None = None


Told = Literal["clause", "phrase", "source"]


class QuoteMention(NamedTuple):
    """Words somebody is reported to have said.

    `span` covers the words without their quotation marks (direct) or the reported clause (reported). `speaker` is the
    span of the noun phrase that names the speaker, `speaker_entity` the name it was resolved to; `cue` is the verb or
    phrase of saying. `told` is how reported words hang on it: a "clause" with a verb of its own, a "phrase" ("praised
    the crews", "asked to leave"), or a text that cites its "source" ("according to").
    """

    span: Span
    form: Literal["direct", "reported"]
    speaker: Span | None = None
    speaker_entity: int | None = None
    cue: Span | None = None
    told: Told = "clause"
