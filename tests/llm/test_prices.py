import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from communique.completion import TokenUsage
from communique.errors import InputError
from communique.llm.prices import ListedPrice, OwnPrice, find_price, read_prices

OPENAI = "https://api.openai.com/v1"
FILE = """
["gpt-x"]
input = 2
output = 8.50
cached = 0.5

[plain]
input = 1.25
output = 10
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "prices.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_of_prices_is_read_exactly(tmp_path: Path) -> None:
    assert read_prices(written(tmp_path, FILE)) == {
        "gpt-x": OwnPrice(Decimal(2), Decimal("8.50"), Decimal("0.5")),
        "plain": OwnPrice(Decimal("1.25"), Decimal(10), Decimal("1.25")),
    }


def test_cached_tokens_have_their_own_price() -> None:
    price = OwnPrice(Decimal(2), Decimal(8), Decimal("0.5"))
    assert price.cost(TokenUsage(1_000_000, 500_000, 400_000)) == Decimal("1.2") + Decimal(4) + Decimal("0.2")


def test_no_more_is_cached_than_was_read() -> None:
    assert OwnPrice(Decimal(2), Decimal(8), Decimal(1)).cost(TokenUsage(1_000_000, 0, 9_000_000)) == 1


def test_a_price_of_ones_own_goes_before_the_listed_one() -> None:
    own = OwnPrice(Decimal(1), Decimal(1), Decimal(1))
    assert find_price("gpt-4o-mini", OPENAI, {"gpt-4o-mini": own}) is own
    listed = find_price("gpt-4o-mini", OPENAI, {})
    assert isinstance(listed, ListedPrice)
    assert "US dollars" in listed.source


def test_the_listed_price_is_less_for_cached_tokens() -> None:
    listed = ListedPrice("gpt-4o-mini", OPENAI)
    whole, cached = (listed.cost(TokenUsage(1000, 10, cached)) for cached in (0, 5000))
    assert 0 < cached < whole


@pytest.mark.parametrize(
    ("model", "url"),
    [
        pytest.param("qwen3", "http://localhost:8000/v1", id="a server of one's own"),
        pytest.param("no-such-model", OPENAI, id="a model nobody knows"),
    ],
)
def test_an_unknown_price_is_none(model: str, url: str) -> None:
    assert find_price(model, url, {}) is None


def test_the_list_is_loaded_where_a_price_is_asked_for_and_not_before() -> None:
    script = (
        "import sys; from communique.llm.prices import find_price; "
        "find_price('m', 'http://localhost:1/v1', {}); print('genai_prices' in sys.modules); "
        "find_price('m', 'https://api.openai.com/v1', {}); print('genai_prices' in sys.modules)"
    )
    shown = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)  # noqa: S603
    assert shown.stdout.split() == ["False", "True"]


@pytest.mark.parametrize(
    ("text", "match"),
    [
        pytest.param("[x", "it is not TOML", id="no TOML"),
        pytest.param("x = 3", "the price of x is not complete", id="no table"),
        pytest.param("[x]\ninput = 1", "the price of x is not complete", id="half a price"),
        pytest.param("[gpt-4.1]\ninput = 1\noutput = 1", "the price of gpt-4 is not complete.*write a table", id="dot"),
        pytest.param("[x]\ninput = 1\noutput = 1\ncash = 2", "or has other members", id="another member"),
        pytest.param("[x]\ninput = -1\noutput = 1", "is not a number from 0 on", id="negative"),
        pytest.param('[x]\ninput = "1"\noutput = 1', "is not a number from 0 on", id="words"),
        pytest.param("[x]\ninput = true\noutput = 1", "is not a number from 0 on", id="a truth"),
        pytest.param("[x]\ninput = nan\noutput = 1", "is not a number from 0 on", id="nan"),
        pytest.param("[x]\ninput = 1\noutput = inf", "is not a number from 0 on", id="infinite"),
    ],
)
def test_a_file_that_cannot_be_used_is_told(tmp_path: Path, text: str, match: str) -> None:
    with pytest.raises(InputError, match=match):
        read_prices(written(tmp_path, text))


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_prices(tmp_path / "none.toml")
