"""The figures that the project holds itself to, and whether a run reached them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from benchmarks import amounts, claims, dates, names, quotes
from benchmarks.metrics import Table
from benchmarks.peers import OURS


@dataclass(frozen=True, slots=True)
class Target:
    """A figure of ours that is to be at least, or at most, some per cent; `others` is what tools are known to reach."""

    words: str
    table: str
    column: str
    wanted: float
    others: str = "-"
    side: Literal["at least", "at most"] = "at least"

    def missed_by(self, reached: float) -> float:
        """How far short of the target the figure falls; 0 or less where it is reached."""
        return self.wanted - reached if self.side == "at least" else reached - self.wanted


TARGETS = (
    Target("English news dates, found and valued", "dates_tbaq_en", dates.F1_COLUMN, 80, "recognizers-text 68"),
    Target("the same, the stretch", "dates_tbaq_en", dates.F1_COLUMN, 85, "recognizers-text 68"),
    Target(
        "TempEval-3 platinum, value of an expression", "dates_te3platinum_en", dates.ALONE, 90, "recognizers-text 85"
    ),
    Target("English date specifications", "dates_msrt_en", dates.F1_COLUMN, 85, "recognizers-text 62"),
    Target("Turkish date specifications, value", "dates_msrt_tr", dates.IN_SENTENCE, 85, "dateparser 26"),
    Target("Turkish date specifications, found and valued", "dates_msrt_tr", dates.F1_COLUMN, 80, "dateparser 18"),
    Target("Turkish names with apostrophe", "names_boun_tr", names.APOSTROPHE, 98, "split at the apostrophe 90"),
    Target("Turkish names inflected without apostrophe", "names_boun_tr", names.INFLECTED, 90, "snowball 52"),
    Target("Turkish names in the nominative", "names_boun_tr", names.NOMINATIVE, 99, "snowball 67"),
    Target("Another row's name accepted", "names_boun_tr", names.OTHER, 1, side="at most"),
    Target("Direct quotes, span recall", "quotes_polnear_docs", quotes.SPANS, 96, "a plain pattern 96"),
    Target("Direct quotes, speaker F1", "quotes_polnear_docs", quotes.SPEAKERS, 80, "a plain pattern 70"),
    Target("English money, found and valued", "amounts_msrt_en", amounts.MONEY, 92, "quantulum3 81"),
    Target("Turkish money, found and valued", "amounts_msrt_tr", amounts.MONEY, 90, "recognizers-text 17"),
    Target("Planted faults accepted, our own articles", claims.NAME, claims.FALSE, 0.5, side="at most"),
    Target("True claims refused, our own articles", claims.NAME, claims.TRUE, 0.5, side="at most"),
)


def results(tables: Iterable[Table], targets: Iterable[Target] = TARGETS) -> Iterator[tuple[str, ...]]:
    """A row a target whose table was measured: its words, what others reach, the target, ours, and by how much."""
    by_name = {table.name: table for table in tables}
    for target in targets:
        table = by_name.get(target.table)
        figure = table.figure(OURS, target.column) if table else None
        if figure is not None and (reached := figure.per_cent) is not None:
            short = target.missed_by(reached)
            verdict = f"reached, by {-short:.1f}" if short <= 0 else f"missed by {short:.1f}"
            where = f"{target.table}: {target.column}"
            yield target.words, where, target.others, f"{target.side} {target.wanted:g}", f"{reached:.1f}", verdict
