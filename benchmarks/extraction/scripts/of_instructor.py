"""instructor as its users run it: Pydantic models, its JSON Schema mode, two retries after an answer that fails them.

An answer holds the model's lists of meetings, arms deals and statements.
"""

from typing import Literal

import instructor
from instructor.core import IncompleteOutputException, InstructorRetryException
from lines import GUIDELINES, MAX_TOKENS, MODEL, Answer, published_line, serve
from openai import OpenAI
from pydantic import BaseModel, Field


class Party(BaseModel):
    """Somebody who takes part, or a side of a deal."""

    name: str = Field(description="name as printed, without titles")
    country: str | None = None


class Meeting(BaseModel):
    """A meeting, visit, call, reception or conference."""

    format: Literal["meeting", "visit", "phone_call", "video_call", "reception", "conference", "other"]
    status: Literal["held", "planned", "cancelled", "denied"]
    participants: list[Party] = Field(description="everybody who met, both sides")
    date: str | None = Field(None, description="YYYY-MM-DD, YYYY-MM or YYYY")
    place: str | None = None


class ArmsDeal(BaseModel):
    """A purchase, sale, order, contract or delivery of weapons or military equipment."""

    stage: Literal["interest", "negotiation", "approval", "contract", "delivery", "cancelled"]
    supplier: Party | None = Field(None, description="who sells or builds")
    recipient: Party | None = Field(None, description="who buys or receives")
    designation: str | None = Field(None, description="the weapon's name or model")
    description: str | None = Field(None, description="what kind of weapon")
    quantity: str | None = Field(None, description="how many weapons, as printed")
    amount: str | None = Field(None, description="the price, as printed")
    date: str | None = Field(None, description="YYYY-MM-DD, YYYY-MM or YYYY")


class Statement(BaseModel):
    """Words that a named person or body said."""

    speaker: str = Field(description="name as printed, without titles")
    form: Literal["direct", "reported"]
    quote: str = Field(description="the words said, copied from the article")


class Events(BaseModel):
    """All events of an article."""

    meetings: list[Meeting]
    arms_deals: list[ArmsDeal]
    statements: list[Statement]


def _answer(article: dict[str, str]) -> Answer:
    try:
        events = _CLIENT.chat.completions.create(
            model=MODEL,
            response_model=Events,
            max_retries=2,
            max_tokens=MAX_TOKENS,
            temperature=0.0,
            seed=0,
            messages=[
                {"role": "system", "content": GUIDELINES},
                {"role": "user", "content": f"{published_line(article)}\n\n{article['text']}"},
            ],
        )
    except InstructorRetryException as error:
        return {"events": {}, "failures": [f"no answer after {error.n_attempts} attempts"]}
    except IncompleteOutputException:
        return {"events": {}, "failures": ["the answer was cut off"]}
    return {"events": events.model_dump(mode="json"), "failures": []}


_CLIENT = instructor.from_openai(OpenAI(), mode=instructor.Mode.JSON_SCHEMA)
if __name__ == "__main__":
    serve(_answer)
