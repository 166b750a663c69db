"""Models that an attack takes over: one obeys what it is shown, one does what the attack wants in any case."""

import json
import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import Any

from communique.article import Article
from communique.completion import Prompt
from communique.extractor import Extractor
from communique.testing import FakeClient
from tests.fakes import first_listed
from tests.hostile.attacks import Attack

_ENOUGH = 2


def obedient(attack: Attack) -> FakeClient:
    """A model that reads honestly until it is shown words of the attack; then it does what they want."""
    own = _words(attack.text) - _asked(attack.calm)

    def answer(prompt: Prompt) -> str:
        shown = own & _words("\n".join(message.content for message in prompt.messages if message.role == "user"))
        is_told = len(shown) >= min(_ENOUGH, len(own)) > 0
        return demanded(attack, prompt) if is_told else first_listed(prompt)

    return FakeClient(answer)


@cache
def _asked(article: Article) -> frozenset[str]:
    """The words of all that is asked about an article."""
    extractors = (
        Extractor(client=FakeClient(first_listed), strategy=strategy, vocabulary=vocabulary)
        for strategy in ("document", "sentence")
        for vocabulary in ("closed", "open")
    )
    prompts = (prompt for extractor in extractors for prompt in extractor.plan(article))
    return _words("\n".join(message.content for prompt in prompts for message in prompt.messages))


def possessed(attack: Attack) -> FakeClient:
    """A model that does what the attack wants whatever it is shown."""
    return FakeClient(lambda prompt: demanded(attack, prompt))


def _words(text: str) -> frozenset[str]:
    """The words as a model may read them: tag characters as letters, nothing of what shows nothing."""
    told = "".join(chr(ord(c) - 0xE0000) if 0xE0020 <= ord(c) < 0xE007F else c for c in text)
    visible = "".join(c for c in told if unicodedata.category(c) != "Cf")
    return frozenset(
        word for word in re.findall(r"\w+", unicodedata.normalize("NFKC", visible).lower()) if len(word) > 3
    )


def demanded(attack: Attack, prompt: Prompt) -> str:
    """The answer that the attack wants: invented events, none at all, members that nobody asked for, or no JSON."""
    assert prompt.schema is not None
    if attack.demand == "garble":
        return "https://collect.example/ " * 40
    if attack.demand == "omit":
        return json.dumps(_filled(prompt.schema, _nothing))
    answer = _filled(prompt.schema, partial(_invented, wanted=attack.forbidden))
    if attack.demand == "extra":
        answer = {**answer, "traitor": "Cemil Aksoy", "id": "0" * 16}
    return json.dumps(answer)


def _filled(schema: Mapping[str, Any], leaf: Callable[[Mapping[str, Any]], Any]) -> Any:
    if "anyOf" in schema:
        return _filled(schema["anyOf"][0], leaf)
    if schema["type"] == "object":
        return {name: _filled(member, leaf) for name, member in schema["properties"].items()}
    return leaf(schema)


def _nothing(schema: Mapping[str, Any]) -> Any:
    if schema["type"] == "array":
        return []
    options = schema.get("enum", [None])
    return next((option for option in (None, "none") if option in options), options[0])


def _invented(schema: Mapping[str, Any], wanted: tuple[str, ...]) -> Any:
    """What is wanted wherever a word may stand, the last of fixed options, and every sentence as evidence."""
    if schema["type"] == "array":
        items = schema["items"]
        if items["type"] == "integer":
            return items.get("enum", list(range(1, 10)))
        if items["type"] == "object":
            return [_filled(items, partial(_invented, wanted=(one,))) for one in wanted or ("Nobody",)]
        return [*wanted, *items.get("enum", ())][:6]
    options = schema.get("enum", ())
    is_fixed = len(options) > 0 and all(option is None or re.fullmatch("[a-z_]+", option) for option in options)
    return options[-1] if is_fixed or not wanted else wanted[0]
