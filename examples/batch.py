"""Reads a folder through a hosted model's Batch API, at its lower price, and waits for the answers.

OPENAI_API_KEY=... python examples/batch.py gpt-5-mini examples/articles batch.jsonl

It may be ended and run again at any time: what is under way lies in the store.
"""

import sys
import time
from pathlib import Path

from communique import SQLiteStore, read_records
from communique.cli import main

STORE = "batch.sqlite"
MINUTES = 10


def is_open() -> bool:
    """Whether answers are still to come."""
    with SQLiteStore(STORE) as store:
        return any(submission.state == "open" for submission in store.batches.all())


if __name__ == "__main__":
    model, folder, out = sys.argv[1:]
    if not is_open():
        status = main(["batch", "submit", folder, "--model", model, "--store", STORE, "-o", out])
        if status:
            sys.exit(status)
    while is_open():
        main(["batch", "collect", "--store", STORE])
        if is_open():
            time.sleep(60 * MINUTES)
    for record in read_records(Path(out)).records:
        print(record.article.id, record.kind, "accepted" if record.accepted else "not accepted")
