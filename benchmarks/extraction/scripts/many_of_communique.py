"""communique: the whole flow by the document strategy, in so many `workers`."""

from lines import MODEL
from many import Work, serve_many

from communique import Article, Extractor
from communique.engines.processes import Processes
from communique.engines.reading import Engine


def _read(work: Work) -> int:
    articles = (Article(text=text, id=str(number)) for number, text in enumerate(work["texts"]))
    extractor = Extractor(MODEL, strategy="document")
    engine: Engine = extractor if work["workers"] == 1 else Processes(extractor, workers=work["workers"])
    read = list(engine.extract_all(articles, concurrency=work["concurrency"]))
    assert all(len(one.records) == work["events"] and one.records[0].accepted for one in read), read[0]
    return len(read)


if __name__ == "__main__":
    serve_many(_read)
