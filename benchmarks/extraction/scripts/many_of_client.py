"""communique's layers around the endpoint alone: `complete` of the client that a Connection opens, and no checks."""

import asyncio

from lines import MODEL
from many import Work, at_a_time, serve_many

from communique.completion import Message, Prompt
from communique.llm.connecting import Connection


def _prompt(body: Work) -> Prompt:
    schema = body["response_format"]["json_schema"]
    messages = tuple(Message(message["role"], message["content"]) for message in body["messages"])
    return Prompt(messages, schema["schema"], schema["name"], body["max_tokens"])


async def _asked(prompts: list[Prompt], concurrency: int) -> int:
    async with Connection(MODEL).open() as client:
        return await at_a_time(client.complete, prompts, concurrency)


def _read(work: Work) -> int:
    prompts = [_prompt(body) for body in work["bodies"]]
    return asyncio.run(_asked(prompts, work["concurrency"]))


if __name__ == "__main__":
    serve_many(_read)
