"""What a whole benchmark came to, and what it had to come to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.adversity.checking import Account
from benchmarks.adversity.running import Ran

FEWEST_FAULTS = 0.2
"""Of the articles: 2,000 faults over 10,000 articles."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A figure, what it had to be, and whether it is."""

    name: str
    wanted: str
    found: str
    holds: bool


@dataclass(frozen=True, slots=True)
class Results:
    """The accounts of all parts of the input, what their runs took, and the two servers' ledgers.

    `load` is the machine's, over the last fifteen minutes: beyond the number of its cores, the clock tells little.
    """

    accounts: Sequence[Account]
    ran: Sequence[Ran]
    calm: dict[str, Any]
    chaos: dict[str, Any]
    kills: int
    seconds: float
    processor_seconds: float
    load: float
    most_seconds: float

    @property
    def articles(self) -> int:
        """The articles of the input."""
        return sum(account.articles for account in self.accounts)

    @property
    def is_met(self) -> bool:
        """Whether everything is as it has to be."""
        return all(finding.holds for finding in self.findings())

    def findings(self) -> Iterator[Finding]:
        """Each figure beside what it had to be."""
        yield from self._accounts()
        yield from self._calls()
        fewest = int(FEWEST_FAULTS * self.articles)
        faults, killed = sum(self.chaos["faults"].values()), sum(self.chaos["killed"].values())
        yield Finding("faults of the server", f"at least {fewest}", str(faults), faults >= fewest)
        yield _exactly("processes killed with SIGKILL", self.kills, killed)
        yield Finding(
            "seconds, calm run included",
            f"under {self.most_seconds:.0f}",
            f"{self.seconds:.0f}",
            self.seconds < self.most_seconds,
        )

    def _accounts(self) -> Iterator[Finding]:
        accounts = self.accounts
        yield _exactly("articles accounted for once", self.articles, sum(one.accounted for one in accounts))
        yield _exactly("articles or records lost", 0, sum(one.lost for one in accounts))
        yield _exactly("articles or records told twice", 0, sum(one.duplicated for one in accounts))
        yield _exactly("files out of order", 0, sum(1 for one in accounts if not one.in_order))
        yield _exactly("lines that break their schema", 0, sum(one.invalid for one in accounts))
        broken = sum(seen.broken for ran in self.ran for seen in ran.at_kills)
        yield _exactly("half lines in the output at a kill", 0, broken)
        yield _exactly("files with other bytes than the calm run's", 0, sum(1 for one in accounts if not one.same))

    def _calls(self) -> Iterator[Finding]:
        yield _exactly("different questions asked", self.calm["questions"], self.chaos["questions"])
        yield _exactly("questions answered twice in the calm run", 0, self.calm["repeated"])
        repeated, in_flight = self.chaos["repeated"], self.chaos["in_flight"]
        yield Finding(
            "answers paid again after a kill", f"at most {in_flight} in flight", str(repeated), repeated <= in_flight
        )
        yield _exactly("answers paid again that were not in flight", 0, self.chaos["unexplained"])


def _exactly(name: str, wanted: int, found: int) -> Finding:
    return Finding(name, str(wanted), str(found), wanted == found)
