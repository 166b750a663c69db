"""communique with the strategy that it takes for a local model, on a client of the benchmark's address.

An answer holds the records and the article's report.
"""

import asyncio
import json
import os
from typing import Any

from lines import MODEL, Answer, serve

from communique import Article, Extractor
from communique.llm.openai import OpenAIClient


async def _extracted(article: Article) -> Answer:
    address, key = os.environ["OPENAI_BASE_URL"], os.environ["OPENAI_API_KEY"]
    async with OpenAIClient(MODEL, base_url=address, api_key=key) as client:
        found = await Extractor(client=client, strategy="sentence").aextract(article)
    failures = [found.failure.code] if found.failure else []
    records = [json.loads(record.to_json()) for record in found.records]
    return {"records": records, "report": json.loads(found.report.to_json()), "failures": failures}


def _answer(article: dict[str, Any]) -> Answer:
    return asyncio.run(_extracted(Article.model_validate(article)))


if __name__ == "__main__":
    serve(_answer)
