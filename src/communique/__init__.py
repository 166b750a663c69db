"""News articles into structured, source-checked events. Every public name is loaded when it is first used."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from communique.article import Article as Article
    from communique.claims import Claim as Claim
    from communique.claims import ClaimVerdict as ClaimVerdict
    from communique.claims import check_claim as check_claim
    from communique.completion import Completion as Completion
    from communique.completion import CompletionClient as CompletionClient
    from communique.completion import Prompt as Prompt
    from communique.completion import TokenUsage as TokenUsage
    from communique.errors import CommuniqueError as CommuniqueError
    from communique.errors import CompletionError as CompletionError
    from communique.errors import ConfigurationError as ConfigurationError
    from communique.errors import InputError as InputError
    from communique.evaluation import Evaluation as Evaluation
    from communique.evaluation import RecordSet as RecordSet
    from communique.evaluation import evaluate as evaluate
    from communique.evaluation import read_records as read_records
    from communique.events import Actor as Actor
    from communique.events import ArmsDeal as ArmsDeal
    from communique.events import Cues as Cues
    from communique.events import Event as Event
    from communique.events import Group as Group
    from communique.events import MeetingEvent as MeetingEvent
    from communique.events import Of as Of
    from communique.events import Party as Party
    from communique.events import Speaker as Speaker
    from communique.events import Statement as Statement
    from communique.export.frames import records_to_frame as records_to_frame
    from communique.extractor import Extractor as Extractor
    from communique.fields import Amount as Amount
    from communique.fields import Choice as Choice
    from communique.fields import Country as Country
    from communique.fields import Name as Name
    from communique.fields import Phrase as Phrase
    from communique.fields import Place as Place
    from communique.fields import Quantity as Quantity
    from communique.fields import Quote as Quote
    from communique.fields import When as When
    from communique.ingest import read_articles as read_articles
    from communique.llm.allowance import Allowance as Allowance
    from communique.llm.connecting import Connection as Connection
    from communique.llm.openai import OpenAIClient as OpenAIClient
    from communique.records import ArticleReport as ArticleReport
    from communique.records import EventRecord as EventRecord
    from communique.records import Extraction as Extraction
    from communique.revalidating import Revalidation as Revalidation
    from communique.revalidating import VerdictChange as VerdictChange
    from communique.revalidating import revalidate as revalidate
    from communique.spans import Span as Span
    from communique.store.sqlite import SQLiteStore as SQLiteStore
    from communique.tags import TaggedText as TaggedText
    from communique.tags import tag as tag
    from communique.telemetry import trace_with as trace_with
    from communique.verdicts import Check as Check
    from communique.verdicts import Policy as Policy
    from communique.verdicts import Tier as Tier
    from communique.verdicts import Verdict as Verdict

_HOME = {
    "Actor": "events",
    "Allowance": "llm.allowance",
    "Amount": "fields",
    "ArmsDeal": "events",
    "Article": "article",
    "ArticleReport": "records",
    "Check": "verdicts",
    "Choice": "fields",
    "Claim": "claims",
    "ClaimVerdict": "claims",
    "CommuniqueError": "errors",
    "Completion": "completion",
    "CompletionClient": "completion",
    "CompletionError": "errors",
    "ConfigurationError": "errors",
    "Connection": "llm.connecting",
    "Country": "fields",
    "Cues": "events",
    "Evaluation": "evaluation",
    "Event": "events",
    "EventRecord": "records",
    "Extraction": "records",
    "Extractor": "extractor",
    "Group": "events",
    "InputError": "errors",
    "MeetingEvent": "events",
    "Name": "fields",
    "Of": "events",
    "OpenAIClient": "llm.openai",
    "Party": "events",
    "Phrase": "fields",
    "Place": "fields",
    "Policy": "verdicts",
    "Prompt": "completion",
    "Quantity": "fields",
    "Quote": "fields",
    "Revalidation": "revalidating",
    "RecordSet": "evaluation",
    "SQLiteStore": "store.sqlite",
    "Span": "spans",
    "Speaker": "events",
    "Statement": "events",
    "TaggedText": "tags",
    "Tier": "verdicts",
    "TokenUsage": "completion",
    "Verdict": "verdicts",
    "VerdictChange": "revalidating",
    "When": "fields",
    "check_claim": "claims",
    "evaluate": "evaluation",
    "read_articles": "ingest",
    "read_records": "evaluation",
    "records_to_frame": "export.frames",
    "revalidate": "revalidating",
    "tag": "tags",
    "trace_with": "telemetry",
}

__all__ = sorted(_HOME)  # noqa: PLE0605 - a list of strings, held by a test


def __getattr__(name: str) -> object:
    """The public name, loaded on first use: importing openai costs about half a second."""
    if name not in _HOME:
        raise AttributeError(f"module 'communique' has no attribute {name!r}")
    value = getattr(import_module(f"communique.{_HOME[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
