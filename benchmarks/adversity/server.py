"""A Chat Completions server on the loopback interface that misbehaves by seed: `python -m benchmarks.adversity.server`.

It is told what to do by lines of JSON on its standard input and answers with lines of JSON. A client is known by its
key, so that it can be killed (`{"kill": {"key": …, "pid": …, "at": N}}`: with SIGKILL, when its Nth request comes in or
while that one is answered), and so that what was in flight then is known.
"""

import argparse
import asyncio
import json
import os
import signal
import sys
from collections import Counter, defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Any, Literal

from benchmarks.adversity.exchange import Exchange, Gone, Request, read_request
from benchmarks.adversity.faults import FAULTS, Fault
from benchmarks.adversity.model import Answer, answer, erring, question_key, request_key

Moment = Literal["before", "during", "after"]
Drawn = tuple[Fault | None, Random]

_MOST_FAULTS_A_QUESTION = 12
_READ_LIMIT = 1 << 20


@dataclass(slots=True)
class Client:
    """A process that asks: how many requests came, which are open, which were the last to be answered, and whether it
    lives."""

    requests: int = 0
    open: Counter[str] = field(default_factory=Counter)
    answered: deque[str] = field(default_factory=deque)
    is_killed: bool = False


@dataclass(frozen=True, slots=True)
class Kill:
    """A process to be killed when its request number `at` is at this moment of its life."""

    pid: int
    at: int
    moment: Moment


@dataclass(slots=True)
class Ledger:
    """What happened, for the checks at the end."""

    seed: int
    rate: float
    concurrency: int
    clients: defaultdict[str, Client] = field(default_factory=lambda: defaultdict(Client))
    kills: dict[str, Kill] = field(default_factory=dict)
    received: Counter[str] = field(default_factory=Counter)
    answered: Counter[str] = field(default_factory=Counter)
    in_flight: Counter[str] = field(default_factory=Counter)
    insisted: set[str] = field(default_factory=set)
    questions: set[str] = field(default_factory=set)
    faults: Counter[str] = field(default_factory=Counter)
    errors: Counter[str] = field(default_factory=Counter)
    killed: Counter[str] = field(default_factory=Counter)

    def fault(self, asked: str) -> Drawn:
        """What goes wrong with this request, and the chance it goes by: by seed, request and how often it came."""
        number = self.received[asked]
        random = Random(f"{self.seed}:{asked}:{number}")  # noqa: S311 - faults, not secrets
        if number > _MOST_FAULTS_A_QUESTION or random.random() >= self.rate:
            return None, random
        return random.choices(FAULTS, [fault.weight for fault in FAULTS])[0], random

    def report(self) -> dict[str, Any]:
        """The figures, as JSON."""
        repeated = {asked for asked, times in self.answered.items() if times > 1}
        return {
            "requests": sum(self.received.values()),
            "questions": len(self.questions),
            "answered": sum(self.answered.values()),
            "faults": dict(self.faults),
            "errors": dict(self.errors),
            "killed": dict(self.killed),
            "in_flight": len(self.in_flight),
            "repeated": len(repeated),
            "unexplained": len(repeated - set(self.in_flight) - self.insisted),
            "unanswered": sum(1 for asked in self.received if not self.answered[asked]),
        }


class Server:
    """Answers or misbehaves, and keeps the ledger; `draw` says how, by the hash of a request: the ledger by default."""

    def __init__(self, ledger: Ledger, draw: Callable[[str], Drawn] | None = None) -> None:
        self.ledger, self._draw = ledger, draw or ledger.fault

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection, request after request."""
        try:
            while not writer.is_closing():
                await self._exchange(await read_request(reader), writer)
        except (Gone, asyncio.CancelledError):  # the client left, or this server ends
            pass
        finally:
            writer.close()

    async def _exchange(self, request: Request, writer: asyncio.StreamWriter) -> None:
        if not request.path.endswith("/chat/completions"):
            await Exchange(writer, b"").send(404, b'{"error": {"message": "no such address"}}')
            return
        asked, key = request_key(request.body), request.headers.get("authorization", "")
        client = self.ledger.clients[key]
        self.ledger.questions.add(question_key(request.body))
        client.requests += 1
        client.open[asked] += 1
        self.ledger.received[asked] += 1
        self.ledger.in_flight.update([asked] if client.is_killed else [])  # sent before, and read only now
        try:
            await self._answer(request, asked, Exchange(writer, chat_completion(request.body)), key)
        finally:
            client.open[asked] -= 1

    async def _answer(self, request: Request, asked: str, exchange: Exchange, key: str) -> None:
        ledger, kill = self.ledger, self._due(key)
        fault, random = self._draw(asked)
        if kill and kill.moment == "before":
            self._kill(key, kill)
        if kill and kill.moment == "during":
            await exchange.write(exchange.whole()[:-1])
            self._kill(key, kill)
            raise Gone
        if fault:
            ledger.faults[fault.name] += 1
            await fault.act(exchange, random)
        else:
            await exchange.write(exchange.whole())
        if fault is None or not fault.spoils:
            self._is_answered(request, asked, key)
        if kill and kill.moment == "after":
            self._kill(key, kill)

    def _is_answered(self, request: Request, asked: str, key: str) -> None:
        ledger, error = self.ledger, erring(request.body)
        ledger.answered[asked] += 1
        ledger.clients[key].answered.append(asked)
        if error:
            ledger.errors[error.name] += ledger.answered[asked] == 1
            ledger.insisted.update([asked] if error.insists else [])

    def _due(self, key: str) -> Kill | None:
        kill = self.ledger.kills.get(key)
        return self.ledger.kills.pop(key) if kill and self.ledger.clients[key].requests >= kill.at else None

    def _kill(self, key: str, kill: Kill) -> None:
        """Kills the client; what was open then, or answered so lately that it may not be kept yet, was in flight.

        Each of its `concurrency` readers keeps an answer before it asks on, so no older answer can be without a home.
        """
        os.kill(kill.pid, signal.SIGKILL)
        client = self.ledger.clients[key]
        client.is_killed = True
        self.ledger.killed[kill.moment] += 1
        self.ledger.in_flight.update(asked for asked, times in client.open.items() if times)
        self.ledger.in_flight.update(list(client.answered)[-self.ledger.concurrency :])

    async def obey(self, commands: asyncio.StreamReader) -> None:
        """Reads commands until there are no more."""
        while line := await commands.readline():
            command = json.loads(line)
            if "kill" in command:
                told = command["kill"]
                self.ledger.kills[f"Bearer {told['key']}"] = Kill(told["pid"], told["at"], told["moment"])
            if "rate" in command:
                self.ledger.rate = command["rate"]
            print(json.dumps(self.ledger.report()), flush=True)


def chat_completion(body: dict[str, Any]) -> bytes:
    """The right answer to a request, as a Chat Completions server writes it."""
    said = answer(body)
    return json.dumps(
        {
            "id": "chatcmpl-chaos",
            "object": "chat.completion",
            "created": 1,
            "model": body["model"],
            "choices": [{"index": 0, "message": _message(said, body), "finish_reason": said.finish_reason}],
            "usage": {
                "prompt_tokens": said.prompt_tokens,
                "completion_tokens": said.completion_tokens,
                "total_tokens": said.prompt_tokens + said.completion_tokens,
            },
        },
        ensure_ascii=False,
    ).encode()


def _message(said: Answer, body: dict[str, Any]) -> dict[str, Any]:
    if "tools" not in body or said.refusal:
        return {"role": "assistant", "content": said.text, "refusal": said.refusal}
    call = {"name": body["tools"][0]["function"]["name"], "arguments": said.text}
    return {
        "role": "assistant",
        "content": None,
        "tool_calls": [{"id": "call-1", "type": "function", "function": call}],
    }


async def _serve(ledger: Ledger) -> None:
    server = Server(ledger)
    commands = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(commands), os.fdopen(sys.stdin.fileno(), "rb")
    )
    listening = await asyncio.start_server(server.serve, "127.0.0.1", 0, limit=_READ_LIMIT)
    print(json.dumps({"port": listening.sockets[0].getsockname()[1]}), flush=True)
    await server.obey(commands)
    listening.close()


def main() -> None:
    """Serves until standard input ends."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.adversity.server", description=__doc__)
    parser.add_argument("--seed", type=int, default=0, help="what decides every fault")
    parser.add_argument("--rate", type=float, default=0.0, help="the share of requests that meet a fault")
    parser.add_argument("--concurrency", type=int, default=1, help="how many requests a client has in flight at most")
    given = parser.parse_args()
    asyncio.run(_serve(Ledger(seed=given.seed, rate=given.rate, concurrency=given.concurrency)))


if __name__ == "__main__":
    main()
