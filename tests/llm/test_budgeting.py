import asyncio
from decimal import Decimal
from pathlib import Path

import pytest

from communique.completion import Completion, Prompt, TokenUsage
from communique.errors import CompletionError, ConfigurationError
from communique.llm.allowance import Allowance
from communique.llm.budgeting import Budget, BudgetingClient, make_budget
from communique.llm.prices import OwnPrice
from tests.llm.fakes import ANSWER, PROMPT, FakeClient
from tests.llm.virtual_time import run

PRICE = OwnPrice(Decimal(1_000_000), Decimal(2_000_000), Decimal(0))  # an ANSWER: 5 new tokens read, 5 written


def test_what_is_spent_is_counted() -> None:
    budget = Budget(price=PRICE)
    run(BudgetingClient(FakeClient([ANSWER]), budget).complete(PROMPT))
    assert (budget.usage, budget.cost, budget.exhausted) == (ANSWER.usage, Decimal(15), None)


@pytest.mark.parametrize(
    ("budget", "calls", "told"),
    [
        pytest.param(Budget(max_tokens=28), 2, r"28 tokens are used up \(28; --max-tokens-total\)", id="tokens"),
        pytest.param(Budget(max_tokens=29), 3, r"29 tokens are used up \(42;", id="the last call may go beyond"),
        pytest.param(
            Budget(max_cost=Decimal("15.5"), price=PRICE), 2, r"15.5 are spent \(30.0000; --max-cost\)", id="cost"
        ),
    ],
)
def test_nothing_is_asked_once_the_budget_is_used_up(budget: Budget, calls: int, told: str) -> None:
    fake = FakeClient([ANSWER] * 9)

    async def ask() -> None:
        client = BudgetingClient(fake, budget)
        for _ in range(9):
            await client.complete(PROMPT)

    with pytest.raises(CompletionError, match=f"{told}.*run the same command again") as caught:
        run(ask())
    assert caught.value.code == "budget"
    assert len(fake.asked) == calls


def test_calls_under_way_end() -> None:
    class Slow:
        async def complete(self, prompt: Prompt) -> Completion:
            await asyncio.sleep(1)
            return ANSWER

    budget = Budget(max_tokens=1)
    client = BudgetingClient(Slow(), budget)

    async def ask() -> list[Completion]:
        return await asyncio.gather(*(client.complete(PROMPT) for _ in range(4)))

    assert run(ask()) == [ANSWER] * 4
    assert budget.exhausted is not None


def test_an_endpoint_that_does_not_count_is_estimated() -> None:
    budget = Budget()
    fake = FakeClient([Completion("0123456789", "stop", "m", TokenUsage(calls=1))])
    run(BudgetingClient(fake, budget).complete(PROMPT))
    assert budget.usage == TokenUsage(prompt=8, completion=5, calls=1)


def test_a_cost_without_a_price_is_refused_before_any_call(tmp_path: Path) -> None:
    prices = tmp_path / "prices.toml"
    prices.write_text('["gpt-x"]\ninput = 1\noutput = 1\n', encoding="utf-8")
    bounded = Allowance(max_cost=Decimal(1), prices=prices)
    with pytest.raises(ConfigurationError, match=r"price of 'local'.*\(it has gpt-x\).*--max-tokens-total"):
        make_budget(bounded, model="local", url=None)
    assert make_budget(bounded, model="gpt-x", url="http://h/v1").price is not None
    assert make_budget(bounded, model="gpt-x", url=None).price is not None
    assert make_budget(Allowance(), model="local", url=None).price is None
