"""What tokens cost: by a file of the user's, else by the list of genai-prices, which is installed and never fetched."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit

from communique.completion import TokenUsage
from communique.errors import InputError
from communique.llm.loopback import LOOPBACK

_MILLION = 1_000_000
_FORM = 'write a table for each model: ["gpt-x"], with input and output (and cached, if it has one) per million tokens'


class Price(Protocol):
    """What one model's tokens cost."""

    @property
    def source(self) -> str:
        """The currency, where it is known, and whose price it is."""
        ...

    def cost(self, usage: TokenUsage) -> Decimal:
        """The cost of one call."""
        ...


@dataclass(frozen=True, slots=True)
class OwnPrice:
    """A price per million tokens, in any currency."""

    input: Decimal
    output: Decimal
    cached: Decimal

    @property
    def source(self) -> str:
        """Whose price it is."""
        return "by your prices"

    def cost(self, usage: TokenUsage) -> Decimal:
        """The cost of one call."""
        cached = min(usage.cached, usage.prompt)
        whole = self.input * (usage.prompt - cached) + self.cached * cached + self.output * usage.completion
        return whole / _MILLION


@dataclass(frozen=True, slots=True)
class ListedPrice:
    """The price, in US dollars, that genai-prices has for `model` at the address `url`."""

    model: str
    url: str

    @property
    def source(self) -> str:
        """The currency and whose price it is."""
        return "US dollars by the list of genai-prices"

    def cost(self, usage: TokenUsage) -> Decimal:
        """The cost of one call."""
        cached = min(usage.cached, usage.prompt)
        prices = import_module("genai_prices")  # late, as its list takes as long to load as most of the library
        told = prices.Usage(input_tokens=usage.prompt, cache_read_tokens=cached, output_tokens=usage.completion)
        price: Decimal = prices.calc_price(told, self.model, provider_api_url=self.url).total_price
        return price


def find_price(model: str, url: str, own: Mapping[str, OwnPrice]) -> Price | None:
    """The price of a model: one of `own`, else the listed one; None where neither has it, as none on this machine."""
    if model in own:
        return own[model]
    if urlsplit(url).hostname in LOOPBACK:
        return None
    listed = ListedPrice(model, url)
    try:
        listed.cost(TokenUsage(prompt=1, completion=1))
    except LookupError:
        return None
    return listed


def read_prices(path: Path) -> Mapping[str, OwnPrice]:
    """The prices of a TOML file by model; raises InputError."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    except OSError as error:
        raise InputError(f"it cannot be read ({error.strerror})", path=path, mend="check --prices") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(f"it is not TOML ({error})", path=path, mend=_FORM) from error
    return {model: _price(model, table, path) for model, table in tables.items()}


def _price(model: str, table: object, path: Path) -> OwnPrice:
    if not isinstance(table, dict) or not {"input", "output"} <= table.keys() <= {"input", "output", "cached"}:
        raise InputError(f"the price of {model} is not complete, or has other members", path=path, mend=_FORM)
    input_price, output = _amount(table["input"]), _amount(table["output"])
    cached = _amount(table.get("cached", table["input"]))
    if input_price is None or output is None or cached is None:
        raise InputError(f"the price of {model} is not a number from 0 on", path=path, mend=_FORM)
    return OwnPrice(input_price, output, cached)


def _amount(value: Any) -> Decimal | None:  # noqa: ANN401 - TOML is anything
    number = Decimal(value) if isinstance(value, int | Decimal) and not isinstance(value, bool) else None
    return number if number is not None and number.is_finite() and number >= 0 else None
