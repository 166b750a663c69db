"""The openai client doing nothing else: the requests that communique makes, sent, and the answers thrown away."""

import asyncio

from many import Work, at_a_time, serve_many
from openai import AsyncOpenAI


async def _asked(work: Work) -> int:
    async with AsyncOpenAI() as client:
        return await at_a_time(lambda body: client.chat.completions.create(**body), work["bodies"], work["concurrency"])


def _read(work: Work) -> int:
    return asyncio.run(_asked(work))


if __name__ == "__main__":
    serve_many(_read)
