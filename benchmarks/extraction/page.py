"""The tables of whole extractions, for the terminal and for docs/quality.md; numbers only."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from benchmarks.extraction.scoring import Scored
from benchmarks.extraction.tools import OURS, TOOLS
from benchmarks.report import grid
from communique.evaluation.results import Rate, Score

COMMAND = "python -m benchmarks.quality --write"
Halves = Mapping[str, Sequence[Sequence[Scored]]]
"""The scores of each half, in groups of tools that have read the same articles."""
_COLUMNS = (
    "tool",
    "event F1",
    "English, Turkish",
    "meetings, deals, statements",
    "argument F1, of what all are asked for",
    "argument F1, of all that is scored",
    "dates right",
    "unsupported values",
    "right values refused",
    "tokens an article",
    "seconds an article",
    "failures",
)
_TARGETS = ("target", "wanted", "ours", "")
_WHAT = (
    "Whole extractions with the embedded model on one machine. A run asks every tool about an article before it goes "
    "on to the next; answers are kept, so that a later run asks only what changed, and on a machine that does other "
    "things the seconds of the processor compare better than those of the clock. What each tool is asked stands in its "
    "script, in benchmarks/extraction/scripts. The other tools share their guidelines and the limit of an answer (2048 "
    "tokens); all have the publication date and temperature 0, and read one short text first, uncounted. langextract: "
    "few-shot examples in both languages, its own chunks, one pass, its schema constraints; instructor: Pydantic "
    "models, JSON Schema mode, two retries; the plain prompt: one request with a JSON Schema. They are not asked for "
    "everything that ours gives (no offices, organisations of persons, hosts, topics, terms, deliveries, addressees): "
    "what all are asked for is scored apart. Their dates, countries and amounts may be in words, and are read for "
    "them. Scored by `communique evaluate`: events one to one; arguments on matched events, without phrases and "
    "quotes; unsupported: asserted values that the article does not support, by our checks, over all accepted events. "
    "In brackets precision, recall, the number of gold entries, and a 95 % interval from resampled articles."
)
_TITLES = {
    "tuning": "The half that was looked at while the library was made",
    "held_apart": "The half held apart, never read",
}


def table(scores: Sequence[Scored]) -> str:
    """The table of one half."""
    return grid(_COLUMNS, (list(_cells(one)) for one in scores))


def _cells(one: Scored) -> Iterator[str]:
    found = one.evaluation
    by_language = {language.language: language.events for language in found.languages}
    yield f"**{one.tool}**" if one.tool == OURS else one.tool
    yield _score(found.events)
    yield ", ".join(_number(by_language[name].f1) if name in by_language else "-" for name in ("en", "tr"))
    yield ", ".join(_number(kind.events.f1) for kind in found.kinds)
    yield _score(one.shared)
    yield _score(found.arguments)
    yield _rate(found.dates)
    yield _rate(found.unsupported)
    yield _rate(found.refused_right) if one.tool == OURS else "-"
    yield _tokens(one)
    yield f"{one.per_article(one.seconds):.1f} ({one.per_article(one.cpu):.1f} of processor)"
    yield _failures(one)


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"


def _score(score: Score) -> str:
    interval = score.f1_interval
    between = f"; {interval[0]:.2f} to {interval[1]:.2f}" if interval else ""
    counts = f"P {_number(score.precision)}, R {_number(score.recall)} of {score.gold}{between}"
    return f"{_number(score.f1)} ({counts})"


def _rate(rate: Rate) -> str:
    return "-" if rate.rate is None else f"{100 * rate.rate:.1f} % ({rate.count} of {rate.total})"


def _tokens(one: Scored) -> str:
    count = one.count
    parts = [f"{one.per_article(part):.0f}" for part in (count.prompt, count.cached, count.completion)]
    return f"{one.tokens:.0f} ({parts[0]} read, {parts[1]} of them kept from before; {parts[2]} written)"


def _failures(one: Scored) -> str:
    told = [f"{reason}: {times}" for reason, times in sorted(one.failures.items())]
    return "; ".join([f"{one.failed} of {one.evaluation.articles}", *told])


def targets(scores: Sequence[Scored]) -> str:
    """Ours beside what is wanted; the last two are measured by langextract's figures on the same articles."""
    return grid(_TARGETS, _targets({one.tool: one for one in scores}))


def _targets(by_tool: Mapping[str, Scored]) -> Iterator[tuple[str, str, str, str]]:
    ours, other = by_tool.get(OURS), by_tool.get("langextract")
    if ours is None:
        return
    found = ours.evaluation
    yield _at_least("event F1", 0.80, found.events.f1)
    yield _at_least("argument F1 on matched events", 0.95, found.arguments.f1)
    yield _at_most("unsupported values", 0, found.unsupported.count, ".0f")
    yield _at_most("right values refused, %", 2, 100 * (found.refused_right.rate or 0), ".1f")
    if other is not None:
        yield _at_most("tokens an article: langextract's", other.tokens, ours.tokens, ".0f")
        half = other.per_article(other.seconds) / 2
        yield _at_most("seconds an article: half of langextract's", half, ours.per_article(ours.seconds), ".1f")


def _at_least(words: str, wanted: float, reached: float | None) -> tuple[str, str, str, str]:
    short = wanted - (reached or 0)
    verdict = f"reached, by {-short:.2f}" if short <= 0 else f"missed by {short:.2f}"
    return words, f"at least {wanted:.2f}", _number(reached), verdict


def _at_most(words: str, wanted: float, reached: float, form: str) -> tuple[str, str, str, str]:
    over = reached - wanted
    verdict = f"reached, by {-over:{form}}" if over <= 0 else f"missed by {over:{form}}"
    return words, f"at most {wanted:{form}}", f"{reached:{form}}", verdict


def page(halves: Halves, versions: Mapping[str, str], day: date) -> str:
    """The part of docs/quality.md."""
    parts = ["## Whole extractions", f"Made by `{COMMAND}` on {day.isoformat()}. {_WHAT}"]
    for name in reversed(_TITLES):
        parts += _half(_TITLES[name], halves.get(name, ()))
    parts.append(grid(("tool", "version"), versions.items()))
    return "\n\n".join(parts)


def _half(title: str, groups: Sequence[Sequence[Scored]]) -> Iterator[str]:
    yield f"### {title}"
    if not groups:
        yield "Not measured yet."
    for scores in groups:
        yield f"{told(scores)[:1].upper()}{told(scores)[1:]}."
        yield table(scores)
        if any(one.tool == OURS for one in scores):
            yield targets(scores)
    names = {one.tool for scores in groups for one in scores}
    left = ", ".join(tool.name for tool in TOOLS if tool.name not in names)
    if groups and left:
        yield f"Not measured yet: {left}."


def told(scores: Sequence[Scored]) -> str:
    """Which articles a group is of, in words."""
    articles = scores[0].evaluation.articles
    return f"{articles} articles that {'each of these tools' if len(scores) > 1 else scores[0].tool} has read"
