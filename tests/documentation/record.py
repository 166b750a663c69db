"""Asks the embedded model what the pages ask and nothing has recorded: `python -m tests.documentation.record`.

It needs the extra `local`. What is recorded already is not asked again; answers that no page asks for any more are left
out by `--renew`, which asks everything anew.
"""

import json
import sys
import tempfile
import urllib.request
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from communique.llm.local import LocalEngine
from tests.documentation import recorded
from tests.documentation.blocks import PYTHON, SHELL, begins_with, blocks
from tests.documentation.furnishing import furnish
from tests.documentation.pages import all_pages
from tests.documentation.workplace import Workplace
from tests.llm.batch_endpoint import serving_batches

_VOLATILE = ("id", "created", "timings", "system_fingerprint")


def main(arguments: list[str]) -> int:
    """0; what is new is appended to the recordings."""
    if "--renew" in arguments:
        recorded.RECORDED.write_text("", encoding="utf-8")
    with LocalEngine() as engine:
        for page in all_pages():
            _walk(page, _asking(engine))
    return 0


def _walk(page: Path, answer: recorded.Asked) -> None:
    """Runs a page's blocks, whatever becomes of them."""
    runnable = [block for block in blocks(page) if block.language in SHELL | PYTHON and block.reason is None]
    if not runnable:
        return
    with (
        tempfile.TemporaryDirectory() as root,
        recorded.serving(answer) as engine,
        serving_batches(recorded.hosted, at_once=True) as hosted,
    ):
        place = Workplace(Path(root), engine.address, hosted.base_url)
        place.furnish()
        furnish(place, begins_with(page))
        for block in runnable:
            place.run(block)


def _asking(engine: LocalEngine) -> Callable[[Mapping[str, Any]], dict[str, Any]]:
    """Answers from the recordings, else from the engine, whose answer is kept."""

    def answer(body: Mapping[str, Any]) -> dict[str, Any]:
        found = recorded.embedded(body)
        if found is not None:
            return found
        asked = urllib.request.Request(  # noqa: S310 - the loopback interface
            f"{engine.base_url}/chat/completions",
            json.dumps(body).encode(),
            {"Content-Type": "application/json", "Authorization": f"Bearer {engine.api_key}"},
        )
        with urllib.request.urlopen(asked) as response:  # noqa: S310 - the same
            told = json.load(response)
        kept = {"id": "recorded", "created": 0} | {name: told[name] for name in told if name not in _VOLATILE}
        with recorded.RECORDED.open("a", encoding="utf-8") as file:
            file.write(json.dumps({"request": dict(body), "answer": kept}, ensure_ascii=False) + "\n")
        recorded.recordings.cache_clear()
        return kept

    return answer


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
