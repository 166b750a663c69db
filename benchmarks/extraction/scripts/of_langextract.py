"""langextract as its users run it: `extract` with few-shot examples, its own chunks, one pass, the OpenAI provider.

An answer holds the extractions with their class, words, offsets and attributes.
"""

import logging
import os
import warnings

import langextract as lx
from lines import GUIDELINES, MAX_TOKENS, MODEL, Answer, published_line, serve

_TALKS = (
    "OSLO, 9 May 2023 - Norwegian Defence Minister Bjorn Halvorsen met his Polish counterpart Zofia Kaminska in Oslo "
    "on Monday to discuss patrols in the Baltic. “Our crews will sail together from autumn,” Halvorsen said. "
    "Kaminska told reporters that Warsaw would send two frigates. In March, Poland ordered 24 Hammer howitzers from "
    "the Norwegian firm Fjordvapen for 310 million euros."
)
_VISIT = (
    "Macaristan Savunma Bakanı Gábor Szalai, 12 Haziran 2024'te Bükreş'te Romanya Genelkurmay Başkanı Orgeneral Mihai "
    "Dobrescu ile bir araya geldi. Szalai, sınır eğitiminin yaz boyunca süreceğini söyledi. Dobrescu temmuz ayında "
    "Macaristan'ı ziyaret edecek."
)


def _extraction(kind: str, words: str, **attributes: str | list[str]) -> lx.data.Extraction:
    return lx.data.Extraction(extraction_class=kind, extraction_text=words, attributes=attributes)


EXAMPLES = [
    lx.data.ExampleData(
        text=_TALKS,
        extractions=[
            _extraction(
                "meeting",
                "Norwegian Defence Minister Bjorn Halvorsen met his Polish counterpart Zofia Kaminska in Oslo "
                "on Monday",
                format="meeting",
                status="held",
                participants=["Bjorn Halvorsen", "Zofia Kaminska"],
                countries=["Norway", "Poland"],
                date="2023-05-08",
                place="Oslo",
            ),
            _extraction(
                "statement", "Our crews will sail together from autumn,", speaker="Bjorn Halvorsen", form="direct"
            ),
            _extraction("statement", "Warsaw would send two frigates", speaker="Zofia Kaminska", form="reported"),
            _extraction(
                "arms_deal",
                "Poland ordered 24 Hammer howitzers from the Norwegian firm Fjordvapen for 310 million euros",
                stage="contract",
                supplier="Fjordvapen",
                supplier_country="Norway",
                recipient="Poland",
                recipient_country="Poland",
                designation="Hammer",
                description="howitzers",
                quantity="24",
                amount="310 million euros",
                date="2023-03",
            ),
        ],
    ),
    lx.data.ExampleData(
        text=_VISIT,
        extractions=[
            _extraction(
                "meeting",
                "Macaristan Savunma Bakanı Gábor Szalai, 12 Haziran 2024'te Bükreş'te Romanya Genelkurmay Başkanı "
                "Orgeneral Mihai Dobrescu ile bir araya geldi",
                format="meeting",
                status="held",
                participants=["Gábor Szalai", "Mihai Dobrescu"],
                countries=["Macaristan", "Romanya"],
                date="2024-06-12",
                place="Bükreş",
            ),
            _extraction(
                "statement", "sınır eğitiminin yaz boyunca süreceğini", speaker="Gábor Szalai", form="reported"
            ),
            _extraction(
                "meeting",
                "Dobrescu temmuz ayında Macaristan'ı ziyaret edecek",
                format="visit",
                status="planned",
                participants=["Mihai Dobrescu"],
                countries=["Romanya"],
                date="2024-07",
                place="Macaristan",
            ),
        ],
    ),
]


class _Omitted(logging.Handler):
    """Keeps why langextract left a chunk out, which it only logs."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.reasons: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Notes a chunk that was left out."""
        message = record.getMessage()
        if message.startswith("Chunk omitted"):
            self.reasons.append("chunk left out: its answer could not be parsed")


def _answer(article: dict[str, str]) -> Answer:
    _OMITTED.reasons.clear()
    try:
        document = lx.extract(
            article["text"],
            prompt_description=GUIDELINES,
            examples=EXAMPLES,
            additional_context=published_line(article),
            config=_CONFIG,
            show_progress=False,
        )
    except lx.exceptions.LangExtractError as error:
        return {"extractions": [], "failures": [type(error).__name__]}
    return {"extractions": [_line(one) for one in document.extractions or ()], "failures": list(_OMITTED.reasons)}


def _line(one: lx.data.Extraction) -> Answer:
    at = one.char_interval
    return {
        "class": one.extraction_class,
        "text": one.extraction_text,
        "start": at.start_pos if at else None,
        "end": at.end_pos if at else None,
        "attributes": one.attributes or {},
    }


_OMITTED = _Omitted()
_CONFIG = lx.factory.ModelConfig(
    model_id=MODEL,
    provider="OpenAILanguageModel",
    provider_kwargs={
        "api_key": os.environ["OPENAI_API_KEY"],
        "base_url": os.environ["OPENAI_BASE_URL"],
        "temperature": 0.0,
        "seed": 0,
        "max_output_tokens": MAX_TOKENS,
    },
)
if __name__ == "__main__":
    warnings.simplefilter("ignore")
    logging.getLogger("absl").addHandler(_OMITTED)
    serve(_answer)
