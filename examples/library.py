"""Reads one article with the embedded model and prints each event with the words that support it.

python examples/library.py examples/articles/02-phone-call.txt
"""

import sys
from pathlib import Path

from communique import Article, Extractor

if __name__ == "__main__":
    path = Path(sys.argv[1])
    article = Article(id=path.stem, text=path.read_text(encoding="utf-8"))
    with Extractor(model="local") as extractor:
        extraction = extractor.extract(article)
    if extraction.failure is not None:
        sys.exit(f"{article.id}: {extraction.failure.message}")
    for record in extraction.records:
        print(record.kind, "accepted" if record.accepted else "not accepted")
        for check in record.checks:
            words = "" if check.span is None else check.span.of(article.text)
            print(f"  {check.path}: {check.verdict.value}, {check.value!r} by {words!r}")
