"""A plain prompt: one request an article, with a JSON Schema that the engine holds the answer to, and no retry.

An answer holds the model's lists of meetings, arms deals and statements.
"""

import json
from pathlib import Path

from lines import GUIDELINES, MAX_TOKENS, MODEL, Answer, published_line, serve
from openai import OpenAI, OpenAIError

SCHEMA = json.loads(Path(__file__).with_name("events.schema.json").read_text(encoding="utf-8"))
_ASKED = "Answer with one JSON object that has the lists meetings, arms_deals and statements."


def _answer(article: dict[str, str]) -> Answer:
    try:
        completion = _CLIENT.chat.completions.create(
            model=MODEL,
            max_tokens=MAX_TOKENS,
            temperature=0.0,
            seed=0,
            response_format={
                "type": "json_schema",
                "json_schema": {"name": "events", "strict": True, "schema": SCHEMA},
            },
            messages=[
                {"role": "system", "content": f"{GUIDELINES}{_ASKED}"},
                {"role": "user", "content": f"{published_line(article)}\n\n{article['text']}"},
            ],
        )
    except OpenAIError as error:
        return {"events": {}, "failures": [type(error).__name__]}
    if completion.choices[0].finish_reason == "length":
        return {"events": {}, "failures": ["the answer was cut off"]}
    return {"events": json.loads(completion.choices[0].message.content or "{}"), "failures": []}


_CLIENT = OpenAI()
if __name__ == "__main__":
    serve(_answer)
