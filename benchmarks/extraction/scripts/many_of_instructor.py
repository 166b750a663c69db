"""instructor as its users run it with many articles: its async client, the models of of_instructor.py."""

import asyncio

import instructor
from lines import GUIDELINES, MAX_TOKENS, MODEL
from many import Work, at_a_time, serve_many
from of_instructor import Events
from openai import AsyncOpenAI


async def _asked(work: Work) -> int:
    async with AsyncOpenAI() as inner:
        client = instructor.from_openai(inner, mode=instructor.Mode.JSON_SCHEMA)

        async def ask(text: str) -> None:
            events = await client.chat.completions.create(
                model=MODEL,
                response_model=Events,
                max_retries=2,
                max_tokens=MAX_TOKENS,
                messages=[{"role": "system", "content": GUIDELINES}, {"role": "user", "content": text}],
            )
            assert events.meetings
            assert events.statements

        return await at_a_time(ask, work["texts"], work["concurrency"])


def _read(work: Work) -> int:
    return asyncio.run(_asked(work))


if __name__ == "__main__":
    serve_many(_read)
