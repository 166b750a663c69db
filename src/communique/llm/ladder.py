"""What one endpoint takes, found out once: strict json_schema, else a tool call, else json_object, else words alone.

An endpoint tells by a 400 what it refuses. One that takes a schema and passes over it in silence tells by an answer
that does not obey: then the looser rungs are tried, and the first that is obeyed is kept.
"""

from collections.abc import Awaitable, Callable

from communique.completion import Completion, Prompt
from communique.degenerate import Fault
from communique.errors import CompletionError
from communique.llm.deadlines import uncounted
from communique.llm.modes import Modes, looser
from communique.llm.slots import Slots
from communique.parsing import read_answer

Ask = Callable[[Prompt, Modes], Awaitable[Completion | Modes]]
"""The answer in these modes, or the modes without what the endpoint refused of them; raises CompletionError."""

_MOST_PROBES = 3
_PASSED_OVER = frozenset({"empty", "schema_echoed", "not_json", "wrong_shape"})


class Ladder:
    """The modes of one endpoint and model, learnt by the first questions with a schema.

    Those go one at a time, and all others wait, until one is answered as its schema says, or three were not: many that
    begin together need not each find out the same. `learnt` is told modes that were found to work. A ladder is
    bound to no client and no event loop.
    """

    def __init__(self, modes: Modes | None = None, *, learnt: Callable[[Modes], None] | None = None) -> None:
        self.modes, self._learnt = modes or Modes(), learnt
        self._is_known, self._probes, self._probing = modes is not None, 0, Slots(1)

    async def complete(self, prompt: Prompt, ask: Ask) -> Completion:
        """The answer, asked for in the modes that are known, or found out by it; raises CompletionError."""
        if prompt.schema is not None and not self._is_known:
            async with uncounted():
                await self._probing.take()
            try:
                if not self._is_known:
                    return await self._probe(prompt, ask)
            finally:
                self._probing.give_back()
        return await self._answer(prompt, ask)

    async def _answer(self, prompt: Prompt, ask: Ask) -> Completion:
        modes = self.modes
        while isinstance(outcome := await ask(prompt, modes), Modes):  # ends: every lesson leaves less to refuse
            modes = outcome
        if modes != self.modes:
            self.modes = self.modes.without_what_either_lacks(modes)
            if self._is_known:
                self._keep(self.modes)
        return outcome

    async def _probe(self, prompt: Prompt, ask: Ask) -> Completion:
        self._probes += 1
        self._is_known = self._probes == _MOST_PROBES
        first = await self._answer(prompt, ask)
        fault = read_answer(prompt, first)
        if not isinstance(fault, Fault):
            self._keep(self.modes)
            self._is_known = True
        elif fault.code in _PASSED_OVER:
            return await self._lower(prompt, ask) or first
        return first

    async def _lower(self, prompt: Prompt, ask: Ask) -> Completion | None:
        """The answer of the first looser rung that is obeyed."""
        modes = looser(self.modes)
        while modes is not None:
            try:
                outcome = await ask(prompt, modes)
            except CompletionError:
                return None
            if isinstance(outcome, Completion) and not isinstance(read_answer(prompt, outcome), Fault):
                self._is_known = True
                self._keep(modes)
                return outcome
            modes = outcome if isinstance(outcome, Modes) else looser(modes)
        return None

    def _keep(self, modes: Modes) -> None:
        self.modes = modes
        if self._learnt is not None:
            self._learnt(modes)
