import asyncio
from dataclasses import dataclass, field, replace

import pytest

from communique.completion import Completion, FinishReason, Prompt, TokenUsage
from communique.errors import CompletionError
from communique.llm.ladder import Ladder
from communique.llm.modes import Constraint, Modes, looser
from tests.llm.fakes import ANSWER, PROMPT
from tests.llm.virtual_time import now, run


def said(text: str, finish_reason: FinishReason = "stop") -> Completion:
    return Completion(text, finish_reason, "m", TokenUsage(9, 5, 0, 1))


PROSE = said("Ayşe came, I think.")


@dataclass
class Endpoint:
    """Refuses the rungs `refused`, passes over the rungs `passed_over` with `prose`, and obeys on all others; each
    answer takes a second. The first `failing` questions fail."""

    refused: frozenset[Constraint] = frozenset()
    passed_over: frozenset[Constraint] = frozenset()
    prose: Completion = PROSE
    failing: int = 0
    asked: list[Constraint] = field(default_factory=list)

    async def ask(self, prompt: Prompt, modes: Modes) -> Completion | Modes:
        self.asked.append(modes.constraint)
        if len(self.asked) <= self.failing:
            raise CompletionError("it is down", code="server")
        below = looser(modes)
        if modes.constraint in self.refused and below is not None:
            return below
        await asyncio.sleep(1)
        return self.prose if modes.constraint in self.passed_over else ANSWER


def ask(
    ladder: Ladder, endpoint: Endpoint, count: int = 1, prompt: Prompt = PROMPT
) -> list[Completion | BaseException]:
    async def together() -> list[Completion | BaseException]:
        return await asyncio.gather(
            *(ladder.complete(prompt, endpoint.ask) for _ in range(count)), return_exceptions=True
        )

    return run(together())


RUNGS: tuple[Constraint, ...] = ("json_schema", "tool", "json_object", "none")


@pytest.mark.parametrize("taken", RUNGS)
@pytest.mark.parametrize("silently", [False, True], ids=["refused", "passed over"])
def test_the_strictest_rung_that_the_endpoint_takes_is_found_once(taken: Constraint, *, silently: bool) -> None:
    above = frozenset(RUNGS[: RUNGS.index(taken)])
    endpoint = Endpoint(passed_over=above) if silently else Endpoint(refused=above)
    learnt = list[Modes]()
    ladder = Ladder(learnt=learnt.append)
    assert ask(ladder, endpoint, 256) == [ANSWER] * 256
    assert ladder.modes == Modes(constraint=taken)
    assert endpoint.asked == [*RUNGS[: RUNGS.index(taken)], *[taken] * 256]
    assert learnt == [Modes(constraint=taken)]


def test_after_the_first_answer_all_are_asked_together() -> None:
    ladder, endpoint = Ladder(), Endpoint()

    async def together() -> float:
        await asyncio.gather(*(ladder.complete(PROMPT, endpoint.ask) for _ in range(256)))
        return now()

    assert run(together()) == 2.0


@pytest.mark.parametrize(
    "prose",
    [
        pytest.param(said(""), id="empty"),
        pytest.param(said('{"visitor": "Ayşe"}'), id="another shape"),
        pytest.param(said('{"guest": {"type": "string"}}'), id="the schema"),
    ],
)
def test_every_sign_of_a_schema_passed_over_is_known(prose: Completion) -> None:
    endpoint = Endpoint(passed_over=frozenset({"json_schema"}), prose=prose)
    assert ask(Ladder(), endpoint) == [ANSWER]
    assert endpoint.asked == ["json_schema", "tool"]


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(said("{", "length"), id="cut off"),
        pytest.param(said("no", "refusal"), id="refused"),
        pytest.param(said("", "content_filter"), id="filtered"),
        pytest.param(said("I'm sorry, I can't help with that."), id="refused in words"),
    ],
)
def test_what_says_nothing_of_the_endpoint_is_no_reason_to_go_down(answer: Completion) -> None:
    endpoint = Endpoint(passed_over=frozenset({"json_schema"}), prose=answer)
    ladder = Ladder()
    assert ask(ladder, endpoint) == [answer]
    assert endpoint.asked == ["json_schema"]
    assert ladder.modes == Modes()


def test_where_no_rung_is_obeyed_the_first_answer_counts_and_the_strictest_stays() -> None:
    endpoint = Endpoint(passed_over=frozenset(RUNGS))
    ladder = Ladder()
    assert ask(ladder, endpoint, 5) == [endpoint.prose] * 5
    assert ladder.modes == Modes()
    assert endpoint.asked == [*RUNGS * 3, "json_schema", "json_schema"]


def test_one_answer_that_obeys_settles_it() -> None:
    endpoint = Endpoint()
    ladder = Ladder()
    assert ask(ladder, endpoint) == [ANSWER]
    endpoint.passed_over = frozenset(RUNGS)
    assert ask(ladder, endpoint) == [endpoint.prose]
    assert endpoint.asked == ["json_schema", "json_schema"]


def test_rungs_refused_on_the_way_down_are_passed_by() -> None:
    endpoint = Endpoint(passed_over=frozenset({"json_schema"}), refused=frozenset({"tool"}))
    assert ask(Ladder(), endpoint) == [ANSWER]
    assert endpoint.asked == ["json_schema", "tool", "json_object"]


def test_a_failure_on_the_way_down_leaves_the_first_answer() -> None:
    class Failing(Endpoint):
        async def ask(self, prompt: Prompt, modes: Modes) -> Completion | Modes:
            if self.asked:
                raise CompletionError("it is down", code="server")
            return await super().ask(prompt, modes)

    endpoint = Failing(passed_over=frozenset({"json_schema"}))
    assert ask(Ladder(), endpoint) == [endpoint.prose]


def test_an_endpoint_that_fails_three_times_holds_nobody_up_any_longer() -> None:
    endpoint = Endpoint(failing=3)
    ladder = Ladder()
    outcomes = ask(ladder, endpoint, 10)
    assert [isinstance(outcome, CompletionError) for outcome in outcomes] == [True] * 3 + [False] * 7


def test_a_question_without_a_schema_proves_nothing_and_waits_for_nothing() -> None:
    endpoint = Endpoint(passed_over=frozenset(RUNGS))
    ladder = Ladder()
    assert ask(ladder, endpoint, 2, replace(PROMPT, schema=None)) == [endpoint.prose] * 2
    endpoint.passed_over = frozenset({"json_schema"})
    assert ask(ladder, endpoint) == [ANSWER]


def test_modes_that_are_known_are_not_found_out_again() -> None:
    endpoint = Endpoint(passed_over=frozenset(RUNGS))
    assert ask(Ladder(Modes(constraint="tool")), endpoint) == [endpoint.prose]
    assert endpoint.asked == ["tool"]


def test_what_is_refused_later_is_learnt_and_told() -> None:
    endpoint, learnt = Endpoint(), list[Modes]()
    ladder = Ladder(learnt=learnt.append)
    ask(ladder, endpoint)
    endpoint.refused = frozenset({"json_schema"})
    assert ask(ladder, endpoint, 2) == [ANSWER] * 2
    assert ladder.modes == learnt[-1] == Modes(constraint="tool")
