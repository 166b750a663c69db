"""The whole flow with a fake model: what it says is checked, what fails is a value."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any, ClassVar

import pytest

from communique.article import Article
from communique.completion import Completion, Prompt
from communique.errors import CompletionError, ConfigurationError, InputError, RunningLoopError
from communique.events import Cues, Event, MeetingEvent, Statement
from communique.extractor import Extractor
from communique.fields import Name
from communique.llm.connecting import Connection
from communique.records import EventRecord, Extraction
from communique.store.sqlite import SQLiteStore
from communique.testing import FakeClient
from communique.verdicts import Policy, Verdict
from tests.articles import CROWDED, EMPTY, ENGLISH, TURKISH
from tests.fakes import first_listed

MEETING: dict[str, Any] = {
    "evidence": [1],
    "format": "meeting",
    "status": "held",
    "participants": [
        {"name": "Cemil Aksoy", "role": None, "organisation": None, "country": "Turkish"},
        {"name": "Haroon Yusuf", "role": None, "organisation": None, "country": None},
    ],
    "host": None,
    "date": "on Thursday",
    "place": "Rawalpindi",
    "topics": [],
    "outcome": None,
}


def first_options(prompt: Prompt) -> str:
    """A fake small model: it picks the first options of every list."""
    assert prompt.schema is not None
    answer: dict[str, Any] = {}
    for name, schema in prompt.schema["properties"].items():
        if schema["type"] == "array":
            answer[name] = schema["items"].get("enum", [])[:2]
        else:
            answer[name] = next((option for option in schema.get("enum", [None]) if option != "none"), None)
    return json.dumps(answer)


def always(answer: object) -> Callable[[Prompt], str]:
    return lambda _: json.dumps(answer)


def by_sentence(answer: Callable[[Prompt], str] = first_options, **options: Any) -> Extractor:
    return Extractor(client=FakeClient(answer), strategy="sentence", **options)


def meeting_reader(**changes: Any) -> Extractor:
    client = FakeClient(always({"meeting": [{**MEETING, **changes}]}))
    return Extractor(client=client, kinds=(MeetingEvent,), strategy="document", policy=Policy(repairs=0))


def only(records: tuple[EventRecord, ...]) -> EventRecord:
    (record,) = records
    return record


def test_every_value_stands_where_it_says() -> None:
    extraction = by_sentence().extract(ENGLISH)
    assert extraction.failure is None
    assert {record.kind for record in extraction.records} == {"meeting", "arms_deal", "statement"}
    for record in extraction.records:
        for value in _values(record.model_dump(mode="json")["event"]):
            assert ENGLISH.text[value["start"] : value["end"]] == value["text"]


def _values(node: object) -> list[dict[str, Any]]:
    if isinstance(node, dict):
        if "value" in node:
            return [node]
        return [value for member in node.values() for value in _values(member)]
    return [value for member in node for value in _values(member)] if isinstance(node, list) else []


def test_a_meeting_is_read_whole() -> None:
    record = only(meeting_reader().extract(ENGLISH).records)
    assert record.accepted
    assert isinstance(record.event, MeetingEvent)
    assert [party.name.value for party in record.event.participants if party.name] == ["Cemil Aksoy", "Haroon Yusuf"]
    assert record.event.date is not None
    assert (record.event.date.value, record.event.date.text) == ("2026-02-12", "on Thursday")
    assert record.event.participants[0].country is not None
    assert record.event.participants[0].country.value == "TUR"


@pytest.mark.parametrize(
    ("changes", "verdict", "path"),
    [
        pytest.param({"place": "Karachi"}, Verdict.NOT_FOUND, "/place", id="place-from-memory"),
        pytest.param({"place": "Denizak"}, Verdict.MISPLACED, "/place", id="words-from-elsewhere"),
        pytest.param({"date": "September 2020"}, Verdict.MISPLACED, "/date", id="date-of-another-event"),
        pytest.param({"date": "2026-02-11"}, Verdict.CONTRADICTED, "/date", id="another-day"),
        pytest.param({"status": "cancelled"}, Verdict.CONTRADICTED, "/status", id="another-status"),
        pytest.param({"outcome": "a treaty was signed"}, Verdict.NOT_FOUND, "/outcome", id="invented-outcome"),
    ],
)
def test_what_the_article_does_not_say_is_dropped_with_its_reason(
    changes: dict[str, str], verdict: Verdict, path: str
) -> None:
    record = only(meeting_reader(**changes).extract(ENGLISH).records)
    refused = [check for check in record.checks if not check.verdict.asserted]
    assert [(check.path, check.verdict) for check in refused] == [(path, verdict)]
    assert refused[0].reason
    assert getattr(record.event, path[1:]) is None
    assert record.accepted


def test_an_event_that_loses_a_party_is_not_accepted_and_says_why() -> None:
    people = [MEETING["participants"][0], {**MEETING["participants"][1], "name": "Cemil Yusuf"}]
    record = only(meeting_reader(participants=people).extract(ENGLISH).records)
    assert not record.accepted
    assert record.checks[-1].rule == "acceptance"
    assert "two parties" in record.checks[-1].reason
    assert "/participants/-/name" not in [check.path for check in record.checks if check.verdict.asserted]


@pytest.mark.parametrize(
    ("on_unsupported", "accepted", "place"),
    [
        pytest.param("drop", True, None, id="drop"),
        pytest.param("flag", True, "Denizak", id="flag"),
        pytest.param("reject", False, None, id="reject"),
    ],
)
def test_the_policy_decides_about_refused_values(on_unsupported: Any, accepted: bool, place: str | None) -> None:  # noqa: FBT001
    client = FakeClient(always({"meeting": [{**MEETING, "place": "Denizak"}]}))
    policy = Policy(on_unsupported=on_unsupported, repairs=0)
    extractor = Extractor(client=client, kinds=(MeetingEvent,), strategy="document", policy=policy)
    record = only(extractor.extract(ENGLISH).records)
    assert record.accepted is accepted
    assert isinstance(record.event, MeetingEvent)
    assert (record.event.place.value if record.event.place else None) == place


def test_a_refused_value_is_asked_for_once_more_and_the_better_answer_wins() -> None:
    def answer(prompt: Prompt) -> str:
        if prompt.schema_name == "repair":
            return json.dumps({"F1": "Rawalpindi"})
        return json.dumps({"meeting": [{**MEETING, "place": "Karachi"}]})

    client = FakeClient(answer)
    record = only(Extractor(client=client, kinds=(MeetingEvent,), strategy="document").extract(ENGLISH).records)
    assert isinstance(record.event, MeetingEvent)
    assert record.event.place is not None
    assert record.event.place.value == "Rawalpindi"
    assert len(client.prompts) == 2
    assert "Karachi" in client.prompts[1].messages[-1].content


def test_a_malformed_answer_is_asked_for_once_more_with_the_fault() -> None:
    answers = iter(["oops", json.dumps({"meeting": [MEETING]})])
    client = FakeClient(lambda _: next(answers))
    extraction = Extractor(client=client, kinds=(MeetingEvent,), strategy="document").extract(ENGLISH)
    assert extraction.failure is None
    assert len(extraction.records) == 1
    assert "it is not JSON" in client.prompts[1].messages[-1].content


def test_two_malformed_answers_are_a_failure_and_never_silence() -> None:
    extraction = Extractor(client=FakeClient(lambda _: "oops"), kinds=(MeetingEvent,), strategy="document").extract(
        ENGLISH
    )
    assert extraction.failure is not None
    assert extraction.failure.code == "not_json"
    assert extraction.report.status == "failed"


@pytest.mark.parametrize("article", [pytest.param(ENGLISH, id="english"), pytest.param(TURKISH, id="turkish")])
def test_a_closed_answer_holds_nothing_that_the_article_does_not(article: Article) -> None:
    client = FakeClient(first_listed)
    extractor = Extractor(client=client, strategy="document", vocabulary="closed", policy=Policy(repairs=0))
    extraction = extractor.extract(article)
    assert len(client.prompts) == 1
    assert {record.provenance.prompt for record in extraction.records} == {"document.2"}
    checks = [check for record in extraction.records for check in record.checks]
    assert {"meeting", "statement"} <= {record.kind for record in extraction.records}
    chosen = [check for check in checks if check.path.split("/")[1:2] not in ([], ["stage"], ["terms"])]
    assert chosen
    assert Verdict.NOT_FOUND not in {check.verdict for check in chosen}


@pytest.mark.parametrize(
    ("strategy", "vocabulary", "meant"),
    [
        pytest.param("sentence", "auto", "closed", id="sentence"),
        pytest.param("document", "auto", "open", id="hosted"),
        pytest.param("document", "closed", "closed", id="asked-for"),
        pytest.param("sentence", "open", "open", id="asked-against"),
    ],
)
def test_auto_closes_the_vocabulary_for_small_models(strategy: Any, vocabulary: Any, meant: str) -> None:
    assert Extractor(client=FakeClient(str), strategy=strategy, vocabulary=vocabulary).vocabulary == meant


def test_auto_closes_the_vocabulary_for_a_model_in_this_process() -> None:
    assert Extractor(Connection("some.gguf"), strategy="document").vocabulary == "closed"


def test_a_small_form_takes_the_models_own_words_when_open() -> None:
    answer = {
        "participants": ["Cemil Aksoy", "Haroon Yusuf"],
        "date": "on Thursday",
        "place": "Rawalpindi",
        "topics": [],
    }

    def words(prompt: Prompt) -> str:
        assert prompt.schema is not None
        return json.dumps({name: answer[name] for name in prompt.schema["properties"]})

    record = only(by_sentence(words, kinds=(MeetingEvent,), vocabulary="open").extract(ENGLISH).records)
    assert record.accepted
    assert isinstance(record.event, MeetingEvent)
    assert [party.name.value for party in record.event.participants if party.name] == ["Cemil Aksoy", "Haroon Yusuf"]


class Broken:
    """A fake client whose endpoint is gone."""

    async def complete(self, prompt: Prompt) -> Completion:
        raise CompletionError("nobody answers", code="connection")


def test_an_endpoint_that_fails_is_a_failed_article() -> None:
    extraction = Extractor(client=Broken(), strategy="document").extract(ENGLISH)
    assert extraction.failure is not None
    assert extraction.failure.code == "connection"
    assert extraction.records == ()


def test_a_kept_failure_is_told_from_a_new_one() -> None:
    def kept(_: Prompt) -> str:
        raise CompletionError("it was down", code="server", is_kept=True)

    extraction = by_sentence(kept).extract(CROWDED)
    assert extraction.failure is not None
    assert (extraction.failure.message, extraction.failed_before) == ("it was down", True)


def test_answers_of_no_use_are_kept_as_failures_until_they_are_retried(tmp_path: Path) -> None:
    client = FakeClient(always("no form"))
    seen = []
    for retry_failed, calls in ((False, 2), (False, 2), (True, 4)):
        with SQLiteStore(tmp_path / "s", retry_failed=retry_failed) as store:
            connection = Connection(None, client=client, store=store)
            extraction = Extractor(connection, strategy="document").extract("Note: it rained.")
        assert extraction.failure is not None
        assert len(client.prompts) == calls
        seen.append((extraction.failure.message, extraction.failed_before))
    message = seen[0][0]
    assert seen == [(message, False), (message, True), (message, False)]


def test_a_stopped_extractor_ends_what_is_under_way_and_accounts_for_the_rest() -> None:
    articles = [Article(id=str(number), text=CROWDED.text) for number in range(5)]
    extractor: Extractor

    def stopping(prompt: Prompt) -> str:
        extractor.stop()
        return first_options(prompt)

    extractor = by_sentence(stopping)
    extractions = list(extractor.extract_all(articles, concurrency=1))
    assert [extraction.article.id for extraction in extractions] == ["0", "1", "2", "3", "4"]
    assert [extraction.report.status for extraction in extractions] == ["read"] + ["failed"] * 4
    assert extractions[0].records
    for extraction in extractions[1:]:
        assert extraction.failure is not None
        assert extraction.failure.code == "stopped"
        assert "the same command again" in extraction.failure.message


@pytest.mark.parametrize(
    ("code", "asked"),
    [
        pytest.param("budget", 1, id="budget"),
        pytest.param("store", 1, id="store"),
        pytest.param("server", 3, id="server"),
    ],
)
def test_a_failure_that_all_would_share_ends_the_run(code: str, asked: int) -> None:
    def failing(_: Prompt) -> str:
        calls.append(code)
        raise CompletionError("no more", code=code)

    calls: list[str] = []
    articles = [Article(id=str(number), text=f"Note {number}: it rained.") for number in range(3)]
    extractor = Extractor(client=FakeClient(failing), strategy="document")
    extractions = list(extractor.extract_all(articles, concurrency=1))
    assert [extraction.failure.code for extraction in extractions if extraction.failure] == [code] * 3
    assert len(calls) == asked


def test_a_repair_that_fails_keeps_what_was_read() -> None:
    def answer(prompt: Prompt) -> str:
        return "oops" if prompt.schema_name == "repair" else json.dumps({"meeting": [{**MEETING, "place": "Karachi"}]})

    extraction = Extractor(client=FakeClient(answer), kinds=(MeetingEvent,), strategy="document").extract(ENGLISH)
    assert len(extraction.records) == 1


def test_an_empty_article_is_asked_nothing() -> None:
    client = FakeClient(first_options)
    extraction = Extractor(client=client, strategy="document").extract(EMPTY)
    assert client.prompts == []
    assert extraction.report.status == "empty"
    assert extraction.records == ()


def test_the_stream_keeps_input_order() -> None:
    articles = [Article(id=str(number), text=ENGLISH.text, language="en") for number in range(7)]
    found = list(by_sentence().extract_all(articles, concurrency=3))
    assert [extraction.article.id for extraction in found] == [article.id for article in articles]


class Holding(FakeClient):
    """Finds nothing, and answers the article that is called slow only after `number` others."""

    def __init__(self, number: int) -> None:
        super().__init__(lambda prompt: '{"meeting": []}')
        self._left, self._enough = number, asyncio.Event()

    async def complete(self, prompt: Prompt) -> Completion:
        if "slow" in prompt.messages[1].content:
            await self._enough.wait()
        self._left -= 1
        if self._left == 0:
            self._enough.set()
        return await super().complete(prompt)


class TestSlowArticles:
    """Two articles at a time, the first of them slow."""

    def stream(self, number: int) -> AsyncIterator[Extraction]:
        articles = (f"Note {place}: it was {'slow' if place == 0 else 'fast'}." for place in range(50))
        self.client = Holding(number)
        return Extractor(client=self.client, kinds=(MeetingEvent,), strategy="document").stream(articles, concurrency=2)

    @pytest.mark.parametrize("number", [pytest.param(4, id="few"), pytest.param(15, id="as-many-as-are-held")])
    def test_those_behind_it_go_on(self, number: int) -> None:
        async def read() -> list[str]:
            return [one.article.text async for one in self.stream(number)]

        assert [text.split(":")[0] for text in asyncio.run(read())] == [f"Note {place}" for place in range(50)]

    def test_no_more_are_held_behind_it_than_is_said(self) -> None:
        async def read() -> int:
            stream = self.stream(50)
            first = asyncio.ensure_future(anext(stream))
            for _ in range(1000):
                await asyncio.sleep(0)
            first.cancel()
            await asyncio.gather(first, return_exceptions=True)
            return len(self.client.prompts)

        assert asyncio.run(read()) == 2 * 8 - 1


def test_inside_a_running_loop_the_await_form_is_named() -> None:
    async def inside() -> None:
        with pytest.raises(RunningLoopError, match=r"await extractor\.aextract"):
            by_sentence().extract(ENGLISH)
        assert (await by_sentence().aextract(ENGLISH)).records

    asyncio.run(inside())


def test_one_extractor_serves_two_loops() -> None:
    with by_sentence() as extractor:
        assert extractor.extract(ENGLISH) == extractor.extract(ENGLISH)


class Signing(Event):
    """A user's own event: somebody signs something."""

    kind: ClassVar[str] = "signing"
    cues: ClassVar[Cues | str | None] = Cues(triggers=("sign*",))
    who: Name | None = None


class Uncued(Event):
    """A user's own event without cues."""

    kind: ClassVar[str] = "uncued"
    who: Name | None = None


def test_a_fourth_event_type_works_without_touching_the_library() -> None:
    record = only(by_sentence(kinds=(Signing,)).extract(ENGLISH).records)
    assert isinstance(record.event, Signing)
    assert record.event.who is not None
    assert record.event.who.value in ("Pakistan Navy", "Denizak")
    assert EventRecord.from_json(record.to_json(), kinds=(Signing,)) == record


def test_an_event_without_cues_is_read_by_document() -> None:
    answer = always({"uncued": [{"evidence": [1], "who": "Cemil Aksoy"}]})
    record = only(by_sentence(answer, kinds=(Uncued,)).extract(ENGLISH).records)
    assert record.provenance.prompt == "document.2"


def test_sentences_that_no_event_covers_are_listed() -> None:
    extraction = by_sentence(always({}), kinds=(MeetingEvent,)).extract(CROWDED)
    assert extraction.failure is not None
    assert [CROWDED.text[m.start : m.end][:17] for m in extraction.missed] == ["Omani Defence Min"]


def test_what_leaves_no_choice_is_not_asked_of_a_model() -> None:
    client = FakeClient(first_options)
    extraction = Extractor(client=client, strategy="sentence").extract(TURKISH)
    assert not client.prompts
    assert {record.provenance.model for record in extraction.records} == {"rules"}
    assert {record.kind for record in extraction.records} == {"meeting", "arms_deal", "statement"}


def test_the_plan_tells_what_would_be_sent() -> None:
    client = FakeClient(first_options)
    extractor = Extractor(client=client, strategy="sentence")
    plan = extractor.plan(CROWDED)
    extractor.extract(CROWDED)
    assert plan
    assert tuple(client.prompts[: len(plan)]) == plan


def test_records_are_the_same_on_every_run() -> None:
    first, again = (by_sentence(kinds=(Statement,)).extract(ENGLISH).records for _ in range(2))
    assert [record.to_json() for record in first] == [record.to_json() for record in again]


STATEMENT: dict[str, Any] = {
    "evidence": [2],
    "speaker": {"name": "Haroon Yusuf", "role": None, "organisation": None},
    "form": "direct",
    "quote": "Our friendship needs no interpreter.",
    "cue": "said",
    "addressee": None,
    "date": None,
    "topic": None,
    "medium": None,
}


@pytest.mark.parametrize(
    ("form", "refused"), [pytest.param("direct", [], id="direct"), pytest.param("reported", ["/form"], id="reported")]
)
def test_the_form_of_a_statement_is_decided_by_the_quote(form: str, refused: list[str]) -> None:
    client = FakeClient(always({"statement": [{**STATEMENT, "form": form}]}))
    extractor = Extractor(client=client, kinds=(Statement,), strategy="document", policy=Policy(repairs=0))
    record = only(extractor.extract(ENGLISH).records)
    assert record.accepted
    assert [check.path for check in record.checks if not check.verdict.asserted] == refused


def test_a_role_that_stands_beside_a_coreferent_mention_is_inferred() -> None:
    people = [{**MEETING["participants"][0], "role": "Turkish Defence Minister"}, MEETING["participants"][1]]
    record = only(meeting_reader(participants=people).extract(ENGLISH).records)
    assert [check.rule for check in record.checks if check.path == "/participants/0/role"] == ["apposition"]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        pytest.param({"kinds": "meeting"}, "event classes in a tuple", id="names-of-kinds"),
        pytest.param({"kinds": MeetingEvent}, "event classes in a tuple", id="one-kind"),
        pytest.param({"kinds": ("meeting",)}, "'meeting' is no event class", id="a-name-among-kinds"),
        pytest.param({"kinds": (Statement, Statement)}, "both of kind 'statement'", id="a-kind-twice"),
        pytest.param({"strategy": "sentances"}, "none of auto, document, sentence", id="strategy"),
        pytest.param({"vocabulary": "shut"}, "none of auto, closed, open", id="vocabulary"),
        pytest.param({"client": object()}, "object is no client", id="client"),
    ],
)
def test_what_cannot_be_is_refused_at_once(options: dict[str, Any], told: str) -> None:
    with pytest.raises(ConfigurationError, match=told):
        Extractor(**{"client": FakeClient(first_options), **options})


def test_a_text_is_not_read_letter_by_letter() -> None:
    with pytest.raises(InputError, match="this is one article"):
        list(by_sentence().extract_all(ENGLISH.text))


def test_what_is_no_article_is_refused_by_name() -> None:
    with pytest.raises(InputError, match="int is no article"):
        by_sentence().extract(5)  # type: ignore[arg-type]  # the mistake
