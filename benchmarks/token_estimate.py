"""Measures how many bytes of an article make a token: `python -m benchmarks.token_estimate`.

It serves the embedded model, tokenizes the articles of examples/ with it and prints, a language, the mean and the least
bytes of UTF-8 a token. `communique.llm.gauging` takes fewer, so that no article is thought shorter than it is.
"""

import asyncio
from collections import defaultdict
from pathlib import Path

from communique.article import Article
from communique.extractor import annotated_article
from communique.llm.gauging import BYTES_A_TOKEN, EndpointGauge
from communique.llm.local import LocalEngine
from communique.prompting import numbered_article

EXAMPLES = Path(__file__).parents[1] / "examples"


async def _ratio(gauge: EndpointGauge, article: Article) -> tuple[str, float]:
    annotated = annotated_article(article)
    shown = numbered_article(annotated)
    return annotated.passage.language, len(shown.encode()) / await gauge.count(shown)


def main() -> None:
    """Prints the table."""
    paths = sorted((*EXAMPLES.glob("articles/*.txt"), *EXAMPLES.glob("evaluation/tuning/*.txt")))
    found: dict[str, list[float]] = defaultdict(list)
    with LocalEngine() as engine:
        gauge = EndpointGauge(engine.base_url, model=engine.model, key=engine.api_key)
        for path in paths:
            language, ratio = asyncio.run(_ratio(gauge, Article(text=path.read_text(encoding="utf-8"))))
            found[language].append(ratio)
        context = asyncio.run(gauge.context())
    print(f"context: {context} tokens; the estimate takes {BYTES_A_TOKEN} bytes for a token")
    for language, ratios in sorted(found.items()):
        mean, least = sum(ratios) / len(ratios), min(ratios)
        print(f"{language}: {len(ratios)} articles, {mean:.2f} bytes a token, at least {least:.2f}")


if __name__ == "__main__":
    main()
