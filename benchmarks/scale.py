"""Prints what a million articles take on one machine, by batch and on a cluster, and what 100 million a day would.

python -m benchmarks.scale [--articles N] [--write]

--write makes docs/scale.md. About three minutes with 300 articles for each way of running.
"""

import argparse
import sys
from datetime import UTC, datetime
from time import monotonic

from benchmarks.scaling.measuring import measured
from benchmarks.scaling.page import PAGE, page


def main(arguments: list[str] | None = None) -> int:
    """Prints the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=300, metavar="N")
    parser.add_argument("--write", action="store_true", help=f"write {PAGE.name}")
    given = parser.parse_args(arguments)
    began = monotonic()

    def tell(words: str) -> None:
        print(f"{monotonic() - began:6.0f} s  {words}", file=sys.stderr, flush=True)

    made = page(measured(given.articles, tell), datetime.now(tz=UTC).date())
    print(made)
    if given.write:
        PAGE.write_text(made, encoding="utf-8")
        tell(f"written: {PAGE}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
