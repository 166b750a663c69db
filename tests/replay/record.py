"""Records anew what a changed prompt or candidate list voided, and only that: `python -m tests.replay.record`.

It needs the embedded model (`pip install -e '.[dev,local]'`). What still replays is left as it is; every snapshot of
records is written anew, so that `git diff` shows what changed.
"""

import os
import sys
from pathlib import Path

import pytest

TESTS = str(Path(__file__).with_name("test_examples.py"))


class _Voided:
    """Collects the tests that do not replay."""

    def __init__(self) -> None:
        self.tests: list[str] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keeps the name of a failed replay."""
        if report.failed and "test_an_example" in report.nodeid:
            self.tests.append(report.nodeid)


def main() -> int:
    """The exit code of the recording run."""
    voided = _Voided()
    os.environ["UPDATE_SNAPSHOTS"] = "1"
    pytest.main(["-q", "--no-header", "--tb=no", "-p", "no:cacheprovider", TESTS], plugins=[voided])
    tests = list(dict.fromkeys(voided.tests))
    if not tests:
        return 0
    options = ["-q", "-s", "-o", "addopts=--strict-markers", "--record-mode=rewrite", "-p", "no:cacheprovider"]
    return int(pytest.main([*options, *tests]))


if __name__ == "__main__":
    sys.exit(main())
