"""How the server misbehaves: one small function a fault, in a table with how often each is drawn.

A fault that `spoils` leaves the client without an answer that it can use, so that it must ask again. The others are odd
but whole: asking again would pay twice.
"""

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from random import Random

from benchmarks.adversity.exchange import Exchange, Headers

_ENDLESS_BLOCK = b"20000\r\n" + b" " * 0x20000 + b"\r\n"
_ENDLESS_BLOCKS = 1024
_DRIP_SECONDS = 0.5
_DRIPS = 240
_PAGE = b"<html><body><h1>502 Bad Gateway</h1></body></html>"

Act = Callable[[Exchange, Random], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Fault:
    """A way to misbehave: `weight` of the weights of all is how often it is drawn."""

    name: str
    weight: int
    act: Act
    spoils: bool = True


def _error(status: int, code: str) -> tuple[int, bytes]:
    return status, json.dumps({"error": {"message": f"{code}, by seed", "type": code, "code": code}}).encode()


def _refusing(status: int, code: str, headers: Callable[[Random], Headers] = lambda _: {}) -> Act:
    async def act(exchange: Exchange, random: Random) -> None:
        await exchange.send(*_error(status, code), headers=headers(random))

    return act


def _http_date(moment: datetime) -> str:
    return format_datetime(moment, usegmt=True)


def _in_a_second(_: Random) -> Headers:
    now = datetime.now(UTC)
    return {"Date": _http_date(now), "Retry-After": _http_date(now + timedelta(seconds=1))}


def _by_a_wrong_clock(random: Random) -> Headers:
    """A clock years off, forward or back: by the server's own Date the wait is a second."""
    now = datetime.now(UTC) + timedelta(days=random.choice((-4000, -1, 1, 4000)))
    return {"Date": _http_date(now), "Retry-After": _http_date(now + timedelta(seconds=1))}


def _long_ago(_: Random) -> Headers:
    return {"Retry-After": "Wed, 21 Oct 2015 07:28:00 GMT"}


def _body(status: int, body: bytes, content_type: str = "application/json") -> Act:
    async def act(exchange: Exchange, _: Random) -> None:
        await exchange.send(status, body, content_type=content_type)

    return act


async def _reset_before(exchange: Exchange, _: Random) -> None:
    exchange.reset()


async def _reset_in_the_head(exchange: Exchange, _: Random) -> None:
    await exchange.write(b"HTTP/1.1 200 OK\r\nContent-Ty")
    exchange.reset()


async def _reset_in_the_body(exchange: Exchange, random: Random) -> None:
    await exchange.write(_cut(exchange.whole(), random))
    exchange.reset()


async def _reset_after(exchange: Exchange, _: Random) -> None:
    """The whole body in chunks, and a reset where the last chunk should be: the client cannot know that it was all."""
    await exchange.write(exchange.chunked_head() + exchange.chunk(exchange.answer))
    exchange.reset()


async def _close_before(exchange: Exchange, _: Random) -> None:
    exchange.close()


async def _close_in_the_body(exchange: Exchange, random: Random) -> None:
    await exchange.write(_cut(exchange.whole(), random))
    exchange.close()


def _cut(whole: bytes, random: Random) -> bytes:
    """The head and some of the body."""
    head = whole.index(b"\r\n\r\n") + 4
    return whole[: random.randint(head + 1, len(whole) - 1)]


async def _slow_loris(exchange: Exchange, _: Random) -> None:
    """A body that never stalls for long and never ends in time."""
    await exchange.write(exchange.chunked_head())
    for _drip in range(_DRIPS):
        await exchange.write(exchange.chunk(b" "))
        await asyncio.sleep(_DRIP_SECONDS)
    exchange.reset()


async def _endless(exchange: Exchange, _: Random) -> None:
    """A body that runs on at full speed until the client has had enough."""
    await exchange.write(exchange.chunked_head())
    for _block in range(_ENDLESS_BLOCKS):
        await exchange.write(_ENDLESS_BLOCK)
    exchange.reset()


async def _truncated_json(exchange: Exchange, random: Random) -> None:
    await exchange.send(200, exchange.answer[: random.randint(1, len(exchange.answer) - 1)])


async def _page_for_json(exchange: Exchange, _: Random) -> None:
    await exchange.send(200, exchange.answer, content_type="text/html; charset=utf-8")


def _edited(edit: Callable[[dict[str, object]], Mapping[str, object]], *, headers: Headers | None = None) -> Act:
    async def act(exchange: Exchange, _: Random) -> None:
        await exchange.send(200, json.dumps(edit(json.loads(exchange.answer))).encode(), headers=headers or {})

    return act


def _twice(answer: dict[str, object]) -> Mapping[str, object]:
    choices = answer["choices"]
    assert isinstance(choices, list)
    return {**answer, "choices": [*choices, {**choices[0], "index": 1}]}


async def _dripped(exchange: Exchange, random: Random) -> None:
    """The right answer in small pieces, which is slow and in order."""
    await exchange.write(exchange.chunked_head())
    size = random.randint(40, 400)
    for start in range(0, len(exchange.answer), size):
        await exchange.write(exchange.chunk(exchange.answer[start : start + size]))
        await asyncio.sleep(0)
    await exchange.write(exchange.last_chunk())


async def _closing_after(exchange: Exchange, _: Random) -> None:
    """The right answer, and the connection closed without a word, while the client thinks that it may use it again."""
    await exchange.write(exchange.whole())
    exchange.close()


FAULTS = (
    Fault("429 without Retry-After", 8, _refusing(429, "rate_limit")),
    Fault("429, Retry-After: 0", 8, _refusing(429, "rate_limit", lambda _: {"Retry-After": "0"})),
    Fault("429, Retry-After: 1", 1, _refusing(429, "rate_limit", lambda _: {"Retry-After": "1"})),
    Fault(
        "429, retry-after-ms",
        8,
        _refusing(429, "rate_limit", lambda random: {"retry-after-ms": f"{random.randint(5, 90)}"}),
    ),
    Fault("429, Retry-After: a date in a second", 1, _refusing(429, "rate_limit", _in_a_second)),
    Fault("429, Retry-After: a date by a clock years off", 2, _refusing(429, "rate_limit", _by_a_wrong_clock)),
    Fault("429, Retry-After: a date long ago", 6, _refusing(429, "rate_limit", _long_ago)),
    Fault("408", 6, _refusing(408, "timeout")),
    Fault("409", 6, _refusing(409, "conflict")),
    Fault("500", 12, _refusing(500, "server_error")),
    Fault("502 with a page", 10, _body(502, _PAGE, "text/html")),
    Fault("503, Retry-After: 0", 10, _refusing(503, "overloaded", lambda _: {"Retry-After": "0"})),
    Fault("503 with an empty body", 8, _body(503, b"")),
    Fault("reset before the answer", 12, _reset_before),
    Fault("reset in the head", 8, _reset_in_the_head),
    Fault("reset in the body", 12, _reset_in_the_body),
    Fault("reset after the body, before its end is told", 8, _reset_after),
    Fault("closed before the answer", 8, _close_before),
    Fault("closed in the body", 8, _close_in_the_body),
    Fault("slow-loris body", 1, _slow_loris),
    Fault("endless body", 2, _endless),
    Fault("truncated JSON", 8, _truncated_json),
    Fault("bytes that are no JSON", 6, _body(200, b"\x00\xff\xfe not JSON")),
    Fault("a page instead of an answer", 6, _body(200, _PAGE, "text/html")),
    Fault("JSON called text/html", 6, _page_for_json, spoils=False),
    Fault("JSON of another schema", 8, _body(200, b'{"status": "ok", "items": [null, 1]}')),
    Fault("an error with status 200", 6, _body(200, _error(200, "overloaded")[1])),
    Fault("no choices", 8, _edited(lambda answer: {**answer, "choices": []})),
    Fault("choices: null", 6, _edited(lambda answer: {**answer, "choices": None})),
    Fault("every choice twice", 8, _edited(_twice), spoils=False),
    Fault("a clock years off", 8, _edited(dict, headers={"Date": "Fri, 31 Dec 1999 23:59:59 GMT"}), spoils=False),
    Fault("an answer in small pieces", 8, _dripped, spoils=False),
    Fault("closed after the answer", 8, _closing_after, spoils=False),
)
