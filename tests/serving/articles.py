"""What servers are asked in tests, by fakes that answer without a model."""

import json
from typing import Any

from communique.completion import Prompt
from communique.extractor import Extractor
from communique.testing import FakeClient
from tests.articles import ENGLISH
from tests.fakes import first_listed

CANARY = "sk-canary-5f1d9c3e7b0a4d6e"
ARTICLE = {"id": ENGLISH.id, "text": ENGLISH.text, "published": "2026-02-13"}
CLAIMS: dict[str, Any] = {
    "text": "Ankara will pay $1.3 billion for four corvettes.",
    "claims": [{"kind": "amount", "value": "$1.8 billion"}, {"kind": "quantity", "value": "four corvettes"}],
}


def reader() -> Extractor:
    """An extractor whose model takes the first of every list."""
    return Extractor(client=FakeClient(first_listed), strategy="sentence")


def useless(_: Prompt) -> str:
    """An answer that no schema allows."""
    return json.dumps({"answer": CANARY})
