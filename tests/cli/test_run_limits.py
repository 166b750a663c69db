"""What a run may take of an endpoint: the options, and a run that comes to its budget's end."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from communique.cli import main
from communique.llm.allowance import Allowance
from tests.cli.conftest import Run
from tests.cli.fakes import FakeExtractor
from tests.llm.fakes import Reply, chat, serving

PRICES = '["m"]\ninput = 100\noutput = 200\n'


@pytest.fixture
def news(folder: Path) -> Path:
    """Three articles."""
    (folder / "news").mkdir()
    for name in ("a", "b", "c"):
        (folder / "news" / f"{name}.txt").write_text(f"General {name.upper()} visited Ankara.", encoding="utf-8")
    return folder / "news"


@pytest.mark.parametrize(
    ("options", "allowance"),
    [
        pytest.param((), Allowance(), id="default"),
        pytest.param(("--timeout", "2.5"), Allowance(timeout=2.5), id="timeout"),
        pytest.param(("--rpm", "9", "--tpm", "99"), Allowance(rpm=9, tpm=99), id="rates"),
        pytest.param(("--max-tokens-total", "5000"), Allowance(max_tokens=5000), id="tokens"),
        pytest.param(
            ("--max-cost", "2.50", "--prices", "prices.toml"),
            Allowance(max_cost=Decimal("2.50"), prices=Path("prices.toml")),
            id="cost",
        ),
    ],
)
def test_options_reach_the_library(
    run: Run, news: Path, folder: Path, options: tuple[str, ...], allowance: Allowance
) -> None:
    (folder / "prices.toml").write_text(PRICES, encoding="utf-8")
    assert run("extract", news, "--model", "m", *options) == 0
    (extractor,) = FakeExtractor.made
    assert extractor.connection.allowance == allowance


@pytest.mark.parametrize(
    ("options", "told"),
    [
        pytest.param(("--max-cost", "0"), "'0' is no amount above 0", id="no cost"),
        pytest.param(("--max-cost", "nan"), "'nan' is no amount above 0", id="nan"),
        pytest.param(("--max-cost", "much"), "'much' is no amount above 0", id="words"),
        pytest.param(("--rpm", "0"), "--rpm", id="no requests"),
        pytest.param(("--timeout", "0"), "--timeout", id="no time"),
        pytest.param(("--prices", "none.toml"), "none.toml", id="no file"),
        pytest.param(("--max-cost", "1"), "--max-cost needs the price of 'm', which is not known", id="no price"),
    ],
)
def test_what_cannot_be_kept_is_refused_at_the_start(
    run: Run, news: Path, options: tuple[str, ...], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("extract", news, "--model", "m", "--base-url", "http://127.0.0.1:9/v1", *options) == 2
    assert told in capsys.readouterr().err


@pytest.mark.server
@pytest.mark.parametrize(
    ("option", "cost"),
    [
        pytest.param(("--max-tokens-total", "14"), "", id="tokens"),
        pytest.param(
            ("--max-cost", "0.0019", "--prices", "prices.toml"), "0.0019 for 1 new calls, by your prices", id="cost"
        ),
    ],
)
def test_a_budget_ends_the_run_and_accounts_for_every_article(
    news: Path, folder: Path, capsys: pytest.CaptureFixture[str], option: tuple[str, ...], cost: str
) -> None:
    (folder / "prices.toml").write_text(PRICES, encoding="utf-8")
    with serving(Reply(chat('{"meeting": []}'))) as endpoint:
        common = ("extract", "news", "--kinds", "meeting", "--model", "m", "--base-url", endpoint.base_url)
        assert main([*common, "--concurrency", "1", "-o", "out.jsonl", *option]) == 1
    lines = (folder / "out.articles.jsonl").read_text(encoding="utf-8").splitlines()
    reports = [json.loads(line) for line in lines]
    assert [report["status"] for report in reports] == ["read", "failed", "failed"]
    assert [report["error"]["code"] for report in reports[1:]] == ["budget", "budget"]
    assert "run the same command again" in reports[2]["error"]["message"]
    told = capsys.readouterr().err
    assert cost in told
    assert bool(cost) is (" cost " in told)
    assert "9 read, 5 written, 1 call" in told


@pytest.mark.server
def test_the_same_command_goes_on_after_a_budget_until_all_is_read(news: Path, folder: Path) -> None:
    """Each run may make one new call; the third finds the answers of the others in the store."""
    with serving(*[Reply(chat('{"meeting": []}'))] * 4) as endpoint:
        common = ("extract", "news", "--kinds", "meeting", "--model", "m", "--base-url", endpoint.base_url)
        limits = ("--concurrency", "1", "--max-tokens-total", "1")
        codes = [main([*common, *limits, "-o", "out.jsonl"]) for _ in range(3)]
        assert main([*common, "-o", "again.jsonl"]) == 0
    assert codes == [1, 1, 0]
    assert len(endpoint.bodies) == 3
    for suffix in ("jsonl", "articles.jsonl"):
        assert (folder / f"out.{suffix}").read_bytes() == (folder / f"again.{suffix}").read_bytes()


def test_a_dry_run_tells_the_cost_where_the_price_is_known(
    run: Run, news: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Three articles of 25 letters at 4 to a token, and answers of at most 64 tokens each."""
    (folder / "prices.toml").write_text(PRICES, encoding="utf-8")
    assert run("extract", news, "--model", "m", "--dry-run", "--prices", "prices.toml") == 0
    assert "cost: about 0.0402 with the longest answers, by your prices" in capsys.readouterr().out
    assert run("extract", news, "--model", "m", "--base-url", "http://127.0.0.1:9/v1", "--dry-run") == 0
    assert "cost:" not in capsys.readouterr().out
