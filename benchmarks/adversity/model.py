"""A model that is no model: it reads the templates' sentences out of the prompt, so its answer depends on nothing else.

Now and then, by the hash of the article, it errs as models do: names from outside, prose instead of JSON, a shape that
was not asked for, words without end, nothing at all, a refusal. It errs alike whenever it is asked the same.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Literal

Body = Mapping[str, Any]

_LINE = re.compile(r"^\[(\d+)\] (.*)$", re.MULTILINE)
_SCHEMA = '{"type": "object"'
_SCHEMA_ASKED = "\n\nAnswer with one JSON object"
_ABROAD = "Reykjavik"
_LOOP = "and so on, " * 400
_REFUSAL = "I cannot help with that."
_THOUSAND = 1000


@dataclass(frozen=True, slots=True)
class Answer:
    """What the model says to a question, why it ended, and the tokens it took."""

    text: str
    finish_reason: Literal["stop", "length", "content_filter"] = "stop"
    refusal: str | None = None
    prompt_tokens: int = 0
    completion_tokens: int = 0


@dataclass(frozen=True, slots=True)
class Erring:
    """A way in which the model errs with the first answer on an article: on so many of a thousand."""

    name: str
    of_thousand: int
    answer: Answer
    insists: bool = False
    """Whether it errs again when it is told."""


ERRORS = (
    Erring("prose instead of JSON", 5, Answer("Two ministers met. That is all there is to say.")),
    Erring("JSON of another shape", 5, Answer('{"events": [{"who": "nobody"}]}')),
    Erring("words without end, cut at the limit", 4, Answer(_LOOP, finish_reason="length")),
    Erring("an empty answer", 3, Answer("")),
    Erring("a refusal", 2, Answer("", refusal=_REFUSAL), insists=True),
    Erring("stopped by a content filter", 2, Answer("", finish_reason="content_filter"), insists=True),
)


def request_key(body: Body) -> str:
    """The request, to the letter."""
    return sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()


def question_key(body: Body) -> str:
    """What was asked, whatever the way of asking for a shape: the hash of model and messages without a schema's text.

    A client may ask first with `response_format`, and with the schema in the last message where that is refused.
    """
    asked = [body["model"], *(_without_schema(message["content"]) for message in body["messages"])]
    return sha256("\0".join(asked).encode()).hexdigest()


def erring(body: Body) -> Erring | None:
    """How the model errs on this question, if it does."""
    messages = body["messages"]
    share, tried = _share(f"errs {_without_schema(messages[1]['content'])}"), len(messages) > 2  # noqa: PLR2004
    for error in ERRORS:
        if share < error.of_thousand:
            return None if tried and not error.insists else error
        share -= error.of_thousand
    return None


def answer(body: Body) -> Answer:
    """The model's answer to a Chat Completions request."""
    error = erring(body)
    said = error.answer if error else Answer(json.dumps(_form(body), ensure_ascii=False))
    letters = sum(len(_without_schema(message["content"])) for message in body["messages"])
    return Answer(said.text, said.finish_reason, said.refusal, letters // 4, len(said.text) // 4)


def _share(words: str) -> int:
    return int.from_bytes(sha256(words.encode()).digest()[:8], "big") % _THOUSAND


def _without_schema(content: str) -> str:
    return content.partition(_SCHEMA_ASKED)[0]


def _form(body: Body) -> dict[str, Any]:
    """The asked form, filled in: what is told in the article's sentences, and null or [] for the rest."""
    schema = _schema(body)
    blank = {name: _blank(member) for name, member in schema["properties"].items()}
    if "F1" in blank:
        return blank
    items = {kind: member["items"] for kind, member in schema["properties"].items()}
    for number, sentence in _LINE.findall(body["messages"][1]["content"]):
        for kind, told in _told(sentence):
            if kind in items:
                blank[kind].append({**_blank(items[kind]), "evidence": [int(number)], **_members(items[kind], told)})
    return blank


def _schema(body: Body) -> Mapping[str, Any]:
    """The schema of the answer, wherever the request has it."""
    found: Mapping[str, Any]
    if tools := body.get("tools"):
        found = tools[0]["function"]["parameters"]
    elif told := body.get("response_format", {}).get("json_schema"):
        found = told["schema"]
    else:
        content = next(m["content"] for m in reversed(body["messages"]) if _SCHEMA in m["content"])
        found, _ = json.JSONDecoder().raw_decode(content, content.index(_SCHEMA))
    return found


def _blank(schema: Mapping[str, Any]) -> Any:  # noqa: ANN401 - JSON is anything
    if schema.get("type") == "object":
        return {name: _blank(member) for name, member in schema["properties"].items()}
    return [] if schema.get("type") == "array" else None


def _members(schema: Mapping[str, Any], told: Mapping[str, Any]) -> dict[str, Any]:
    """What is told, as far as it is asked, with null for the members of a group of which nothing is told."""
    return {
        name: _shaped(schema["properties"][name], value) for name, value in told.items() if name in schema["properties"]
    }


def _shaped(schema: Mapping[str, Any], value: Any) -> Any:  # noqa: ANN401 - JSON is anything
    if isinstance(value, list):
        return [_shaped(schema["items"], item) for item in value]
    if not isinstance(value, Mapping):
        return value
    group = next((one for one in schema.get("anyOf", ()) if one.get("type") == "object"), schema)
    return {**_blank(group), **_members(group, value)}


@dataclass(frozen=True, slots=True)
class _Template:
    """How a sentence of the articles tells of an event of a kind, and what a model makes of it."""

    kind: str
    told: re.Pattern[str]
    read: Callable[[Mapping[str, str]], dict[str, Any]]


_PERSON = r"(?:(?:\w+ Minister|President|Ambassador|Gen\.) )?"


def _contract(found: Mapping[str, str]) -> dict[str, Any]:
    return {
        "stage": "contract",
        "supplier": [{"name": found["firm"]}],
        "recipient": [{"name": found["state"], "country": found["state"]}],
        "description": found["arms"],
        "quantity": found["many"],
    }


def _parties(found: Mapping[str, str]) -> list[dict[str, str]]:
    return [{"name": found["a"]}, {"name": found["b"]}]


_TEMPLATES: Sequence[_Template] = (
    _Template(
        "meeting",
        re.compile(rf"{_PERSON}(?P<a>\w+ \w+) met {_PERSON}(?P<b>\w+ \w+) in (?P<place>\w+) (?P<date>on \w+)\.$"),
        lambda found: {
            "format": "meeting",
            "status": "held",
            "participants": _parties(found),
            "date": found["date"],
            "place": _place(found),
        },
    ),
    _Template(
        "meeting",
        re.compile(rf"{_PERSON}(?P<a>\w+ \w+) received (?P<b>\w+ \w+) in (?P<place>\w+) (?P<date>on \w+)\.$"),
        lambda found: {
            "format": "reception",
            "status": "held",
            "participants": _parties(found),
            "host": {"name": found["a"]},
            "date": found["date"],
            "place": _place(found),
        },
    ),
    _Template(
        "meeting",
        re.compile(r"(?P<a>\w+ \w+) and (?P<b>\w+ \w+) spoke by phone about (?P<topic>.+) (?P<date>on \w+)\.$"),
        lambda found: {
            "format": "phone_call",
            "status": "held",
            "participants": _parties(found),
            "date": found["date"],
            "topics": [found["topic"]],
        },
    ),
    _Template(
        "meeting",
        re.compile(r"(?P<a>\w+ \w+), (?P<date>\w+ günü) (?P<place>\w+) kentinde (?P<b>\w+ \w+) ile görüştü\.$"),
        lambda found: {
            "format": "meeting",
            "status": "held",
            "participants": _parties(found),
            "date": found["date"],
            "place": _place(found),
        },
    ),
    _Template(
        "arms_deal",
        re.compile(
            r"(?P<state>\w+) signed a contract with (?P<firm>.+) for (?P<many>\d+ (?P<arms>.+)) (?P<date>on \w+)\.$"
        ),
        lambda found: {**_contract(found), "date": found["date"]},
    ),
    _Template(
        "arms_deal",
        re.compile(
            r"(?P<state>\w+) ordered (?P<many>\d+ (?P<arms>.+)) from (?P<firm>.+) for (?P<amount>\$\d+ million)\.$"
        ),
        lambda found: {**_contract(found), "amount": found["amount"]},
    ),
    _Template(
        "statement",
        re.compile(r"“(?P<quote>.+),” (?P<a>\w+ \w+) said\.$"),
        lambda found: {"speaker": {"name": found["a"]}, "form": "direct", "quote": found["quote"]},
    ),
    _Template(
        "statement",
        re.compile(r"(?P<a>\w+ \w+) said that (?P<quote>.+)\.$"),
        lambda found: {"speaker": {"name": found["a"]}, "form": "reported", "quote": found["quote"]},
    ),
)


def _place(found: Mapping[str, str]) -> str:
    """The place, or now and then one that the article does not name."""
    return _ABROAD if _share(f"place {found['a']} {found['b']}") < _THOUSAND // 20 else found["place"]


def _told(sentence: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for template in _TEMPLATES:
        if found := template.told.match(sentence):
            yield template.kind, template.read(found.groupdict())
