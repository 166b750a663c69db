"""langextract as its users run it with many articles: one call with all of them, as many workers as are wanted."""

import warnings

import langextract as lx
from lines import GUIDELINES
from many import Work, serve_many
from of_langextract import _CONFIG, EXAMPLES


def _read(work: Work) -> int:
    documents = [lx.data.Document(text=text, document_id=str(number)) for number, text in enumerate(work["texts"])]
    read = lx.extract(
        documents,
        prompt_description=GUIDELINES,
        examples=EXAMPLES,
        config=_CONFIG,
        show_progress=False,
        max_workers=work["concurrency"],
        batch_length=work["concurrency"],
    )
    found = list(read)
    assert all(len(one.extractions or ()) == work["events"] for one in found), found[0]
    return len(found)


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    serve_many(_read)
