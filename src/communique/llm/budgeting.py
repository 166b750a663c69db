"""A client that asks nothing more once a run has spent what it may."""

from dataclasses import dataclass, field
from decimal import Decimal

from communique.completion import Completion, CompletionClient, Prompt, TokenUsage
from communique.errors import CompletionError, ConfigurationError
from communique.llm.allowance import Allowance
from communique.llm.prices import Price, find_price, read_prices
from communique.llm.tokens import counted


@dataclass(slots=True)
class Budget:
    """What a run has spent on new calls, and the most it may; `price` None is a price nobody knows."""

    max_tokens: int | None = None
    max_cost: Decimal | None = None
    price: Price | None = None
    usage: TokenUsage = field(default_factory=TokenUsage)
    cost: Decimal = field(default_factory=Decimal)

    def spend(self, usage: TokenUsage) -> None:
        """Counts one call."""
        self.usage += usage
        if self.price is not None:
            self.cost += self.price.cost(usage)

    @property
    def exhausted(self) -> str | None:
        """What is used up, in words; None while there is something left."""
        spent = self.usage.prompt + self.usage.completion
        if self.max_tokens is not None and spent >= self.max_tokens:
            return f"the run's {self.max_tokens:,} tokens are used up ({spent:,}; --max-tokens-total)"
        if self.max_cost is not None and self.cost >= self.max_cost:
            return f"the run's {self.max_cost} are spent ({self.cost:.4f}; --max-cost)"
        return None


def make_budget(allowance: Allowance, *, model: str, url: str | None) -> Budget:
    """The budget of a run that asks `model` at `url`; one without `url` runs here, and costs only what `prices` says.

    Raises ConfigurationError where the cost is bounded and no price is known.
    """
    own = read_prices(allowance.prices) if allowance.prices is not None else {}
    price = own.get(model) if url is None else find_price(model, url, own)
    if price is None and allowance.max_cost is not None:
        beside = f" (it has {', '.join(own)})" if own else ""
        raise ConfigurationError(
            f"--max-cost needs the price of {model!r}, which is not known: give it in a file with --prices{beside}, "
            "or bound the run by --max-tokens-total"
        )
    return Budget(max_tokens=allowance.max_tokens, max_cost=allowance.max_cost, price=price)


class BudgetingClient:
    """Asks `inner` while `budget` has something left; calls under way then still end."""

    def __init__(self, inner: CompletionClient, budget: Budget) -> None:
        self._inner, self._budget = inner, budget

    async def complete(self, prompt: Prompt) -> Completion:
        """The answer of `inner`; raises CompletionError, with the code `budget` where nothing is left."""
        exhausted = self._budget.exhausted
        if exhausted is not None:
            raise CompletionError(f"{exhausted}; run the same command again to go on", code="budget")
        completion = await self._inner.complete(prompt)
        self._budget.spend(counted(prompt, completion))
        return completion
