"""Between workers anywhere and the process of the run, which no actor can call: workers leave questions in a mailbox,
the run takes them out and puts answers in."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import count
from typing import Any, Literal, cast

import ray
from ray.actor import ActorHandle

from communique.cluster.joining import here
from communique.completion import Completion, Prompt
from communique.engines.reading import RunAsker
from communique.errors import CommuniqueError

Method = Literal["complete", "reject", "count", "context"]

_MANY = 1_000_000


@dataclass(frozen=True, slots=True)
class Question:
    """What a worker asks of the run's asker."""

    number: int
    method: Method
    argument: Any


@dataclass(frozen=True, slots=True)
class Answer:
    """What the run's asker gave, or the error that it raised."""

    number: int
    value: Any = None
    error: CommuniqueError | None = None


class Mailbox:
    """The questions that wait to be taken, and the workers that wait for answers."""

    def __init__(self) -> None:
        self._numbers = count()
        self._asked: asyncio.Queue[Question] = asyncio.Queue()
        self._waiting: dict[int, asyncio.Future[Answer]] = {}
        self._closed: CommuniqueError | None = None

    async def ask(self, method: Method, argument: object) -> Answer:
        """Leaves a question; the answer, once it is there."""
        number = next(self._numbers)
        if self._closed is not None:
            return Answer(number, error=self._closed)
        answered: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self._waiting[number] = answered
        self._asked.put_nowait(Question(number, method, argument))
        return await answered

    async def asked(self) -> list[Question]:
        """All questions since the last time; waits for the first."""
        questions = [await self._asked.get()]
        while not self._asked.empty():
            questions.append(self._asked.get_nowait())
        return questions

    async def answer(self, answers: Iterable[Answer]) -> None:
        """Hands out answers. Who asked may be gone: the answer is in the run's store all the same."""
        for answer in answers:
            self._waiting.pop(answer.number).set_result(answer)

    async def close(self, error: CommuniqueError) -> None:
        """Answers all that is asked, and will be, with the error."""
        self._closed = error
        await self.answer([Answer(number, error=error) for number in tuple(self._waiting)])


def make_mailbox() -> ActorHandle[Mailbox]:
    """A mailbox on this machine, for as long as anybody holds it; it takes no processor."""
    placed = ray.remote(Mailbox).options(
        num_cpus=0, max_concurrency=_MANY, scheduling_strategy=here(), max_restarts=0, max_task_retries=0
    )
    return cast("ActorHandle[Mailbox]", placed.remote())


class MailboxAsker:
    """Asks the run, through the mailbox, in place of a model."""

    def __init__(self, mailbox: ActorHandle[Mailbox]) -> None:
        self._mailbox = mailbox

    async def complete(self, prompt: Prompt) -> Completion:
        """The model's answer; raises the CompletionError that the run's client raised."""
        completion: Completion = await self._asked("complete", prompt)
        return completion

    async def reject(self, prompt: Prompt) -> bool:
        """Tells the run's store that an answer was of no use; whether it was told so in an earlier run."""
        return bool(await self._asked("reject", prompt))

    async def count(self, text: str) -> int:
        """The tokens of a text."""
        return int(await self._asked("count", text))

    async def context(self) -> int | None:
        """The tokens that question and answer may have together."""
        context: int | None = await self._asked("context", None)
        return context

    async def _asked(self, method: Method, argument: object) -> Any:  # noqa: ANN401 - of any method
        answer: Answer = await self._mailbox.ask.remote(method, argument)
        if answer.error is not None:
            raise answer.error
        return answer.value


async def serve(mailbox: ActorHandle[Mailbox], asker: RunAsker) -> None:
    """Answers what is asked, many at a time, until it is cancelled; raises an ExceptionGroup where a fault of its own,
    or the end of the mailbox, ends it."""
    async with asyncio.TaskGroup() as answering:
        while True:
            questions: list[Question] = await mailbox.asked.remote()
            for question in questions:
                answering.create_task(_answer(mailbox, asker, question))


async def _answer(mailbox: ActorHandle[Mailbox], asker: RunAsker, question: Question) -> None:
    try:
        answer = Answer(question.number, await _value(asker, question))
    except CommuniqueError as error:
        answer = Answer(question.number, error=error)
    mailbox.answer.remote([answer])


async def _value(asker: RunAsker, question: Question) -> Any:  # noqa: ANN401 - of any method
    if question.method == "complete":
        return await asker.complete(question.argument)
    if question.method == "reject":
        return await asker.reject(question.argument)
    if question.method == "count":
        return await asker.count(question.argument)
    return await asker.context()
