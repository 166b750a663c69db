"""Checks what another tool extracted, without a model: JSON Lines as langextract writes them.

python examples/verify_other_tool.py examples/other_tool.jsonl 2025-04-09

The second argument is the day on which the texts appeared. Values that the text does not support are printed with the
reason; the exit code is 1 if there are any.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from communique import Claim, ClaimVerdict, check_claim

KINDS = {
    "person": "name",
    "organisation": "name",
    "date": "date",
    "quote": "quote",
    "money": "amount",
    "place": "place",
}


def claims(document: dict[str, Any], published: str | None) -> Iterator[Claim]:
    """A claim for each extraction of a class that can be checked."""
    for number, extraction in enumerate(document["extractions"]):
        claim = {
            "id": f"{document['document_id']}/{number}",
            "kind": KINDS.get(extraction["extraction_class"]),
            "value": extraction["extraction_text"],
            "text": document["text"],
            "published": published,
            "speaker": (extraction.get("attributes") or {}).get("speaker"),
        }
        if claim["kind"] is not None:
            yield Claim.model_validate(claim)


def shown(claim: Claim, verdict: ClaimVerdict) -> str:
    """One line on a claim."""
    return f"{claim.kind} {claim.value!r}: {verdict.verdict.value}, {verdict.reason}"


if __name__ == "__main__":
    (path, *days) = sys.argv[1:]
    published = days[0] if days else None
    refused = 0
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        for claim in claims(json.loads(line), published):
            verdict = check_claim(claim)
            refused += not verdict.verdict.asserted
            print(shown(claim, verdict))
    sys.exit(1 if refused else 0)
