"""Reads a folder with a hosted model, several articles at a time, within a budget; answers are kept in a store.

OPENAI_API_KEY=... python examples/hosted_model.py gpt-5-mini examples/articles

OPENAI_BASE_URL names another compatible endpoint. Run again, it asks nothing twice.
"""

import asyncio
import sys
from pathlib import Path

from communique import Allowance, Article, Connection, Extractor, SQLiteStore


def articles(folder: Path) -> list[Article]:
    """The articles of a folder, in the order of their names."""
    return [Article(id=path.stem, text=path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.txt"))]


async def read(model: str, folder: Path) -> None:
    """Prints what each article gave, in order, while others are under way."""
    with SQLiteStore("hosted.sqlite") as store:
        connection = Connection(model, store=store, allowance=Allowance(rpm=60, max_tokens=500_000))
        with Extractor(connection) as extractor:
            async for extraction in extractor.stream(articles(folder), concurrency=4):
                failure = extraction.failure
                told = f"{len(extraction.records)} events" if failure is None else f"failed: {failure.code}"
                print(f"{extraction.article.id}: {told}")
        print(f"{connection.budget.usage.calls} calls, {connection.reuse.answers} answers from the store")


if __name__ == "__main__":
    asyncio.run(read(sys.argv[1], Path(sys.argv[2])))
