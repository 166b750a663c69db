"""The evaluation sets: JSON Lines beside the repository, in ../shared/data or under the folder COMMUNIQUE_SHARED."""

import json
import os
from functools import lru_cache
from pathlib import Path
from typing import Any

Row = dict[str, Any]

FOLDER = Path(os.environ.get("COMMUNIQUE_SHARED", Path(__file__).resolve().parents[2] / "shared")) / "data"

# Sets without a figure here, and why.
UNMEASURED = {
    "events_muc4": "slots and abstention are measures of extraction, which needs a model: not measured here",
    "arms_sipri_turkiye": "facts without a text, so that nothing can be found in it: not measured here",
}


@lru_cache
def rows(name: str) -> tuple[Row, ...]:
    """The rows of a set in file order; none where the file is not here."""
    path = FOLDER / f"{name}.dev.jsonl"
    if not path.exists():
        return ()
    return tuple(json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
