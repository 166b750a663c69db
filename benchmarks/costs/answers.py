"""One article and what each tool's model says of it: the same two events, in the form that the tool asks for."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.costs.server import QUICK
from communique.article import Article
from communique.completion import Prompt
from communique.extractor import Extractor
from communique.llm.modes import Modes, Sampling
from communique.testing import FakeClient

ARTICLE = Path(__file__).parents[2] / "examples" / "articles" / "02-phone-call.txt"
EVENTS = 2
_CALL = (
    "Murat Özdemirci, held a telephone conversation with Elchin Rzayev, the chief of the General Staff of Azerbaijan"
)
_WORDS = "Our pilots know each other by name, and that is worth more than any treaty"
_TOPICS = ["the security of energy routes", "preparations for a joint air exercise"]
_GENERALS = (("Murat Özdemirci", "Turkish"), ("Elchin Rzayev", "Azerbaijan"))


def texts(count: int) -> Iterator[str]:
    """So many articles, each with a number of its own, so that nothing is kept from the one before."""
    text = ARTICLE.read_text(encoding="utf-8")
    yield from (f"{text}\n{number}" for number in range(count))


def body(text: str, model: str) -> dict[str, Any]:
    """The request that communique makes for the article."""
    (prompt,) = Extractor(client=FakeClient(_unasked), strategy="document").plan(Article(text=text))
    return Modes().body(prompt, model=model, sampling=Sampling())


def _unasked(prompt: Prompt) -> str:
    raise AssertionError(prompt.schema_name)


def answers() -> Mapping[str, str]:
    """What the model says, by the path of the tool's address."""
    return {
        "communique": _ours(),
        "instructor": _instructors(),
        "langextract": _langextracts(),
        QUICK: _met(),
    }


def _met() -> str:
    """The meeting of benchmarks.costs.memory."""
    parties = [_party(name, None) for name in ("Selim Kaya", "Marko Petrov")]
    meeting: dict[str, Any] = {
        "evidence": [1],
        "format": "meeting",
        "status": "held",
        "participants": parties,
        "host": None,
    }
    meeting |= {"date": "on Monday", "place": None, "topics": [], "outcome": None}
    return json.dumps({"meeting": [meeting]})


def _party(name: str, country: str | None) -> dict[str, str | None]:
    return {"name": name, "role": None, "organisation": None, "country": country}


def _ours() -> str:
    parties = [_party(name, country) for name, country in _GENERALS]
    meeting: dict[str, Any] = {
        "evidence": [4, 5],
        "format": "phone_call",
        "status": "held",
        "participants": parties,
        "host": None,
    }
    meeting |= {"date": "on Tuesday", "place": None, "topics": _TOPICS, "outcome": None}
    speaker = {"name": "Rzayev", "role": None, "organisation": None}
    statement: dict[str, Any] = {"evidence": [6], "speaker": speaker, "form": "direct", "quote": _WORDS, "cue": "said"}
    statement |= dict.fromkeys(("addressee", "date", "topic", "medium"))
    return json.dumps({"meeting": [meeting], "arms_deal": [], "statement": [statement]}, ensure_ascii=False)


def _instructors() -> str:
    parties = [{"name": name, "country": country} for name, country in _GENERALS]
    meeting = {"format": "phone_call", "status": "held", "participants": parties, "date": "2025-04-08", "place": None}
    statement = {"speaker": "Elchin Rzayev", "form": "direct", "quote": _WORDS}
    return json.dumps({"meetings": [meeting], "arms_deals": [], "statements": [statement]}, ensure_ascii=False)


def _langextracts() -> str:
    attributes: dict[str, Any] = {"format": "phone_call", "status": "held", "date": "2025-04-08"}
    attributes |= {"participants": [name for name, _ in _GENERALS], "countries": [land for _, land in _GENERALS]}
    meeting = {"meeting": _CALL, "meeting_attributes": attributes}
    statement = {"statement": _WORDS, "statement_attributes": {"speaker": "Elchin Rzayev", "form": "direct"}}
    return json.dumps({"extractions": [meeting, statement]}, ensure_ascii=False)
