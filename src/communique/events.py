"""The events: what is asked for, what makes one whole, and when two drafts tell of the same.

A class of one's own has the same field types, ten lines in all, and works everywhere:

    class Exercise(Event):
        kind: ClassVar[str] = "exercise"
        cues: ClassVar[Cues | str | None] = Cues(triggers=("exercise", "drill", "tatbikat*"))
        name: Name | None = Field(None, description="the exercise's name")
        participants: tuple[Party, ...] = Field((), description="the forces that take part")
        date: When | None = None
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

from communique.fields import (
    Amount,
    Choice,
    Country,
    GroundedValue,
    Name,
    NameKind,
    Phrase,
    Place,
    Quantity,
    Quote,
    When,
)
from communique.plausibility import (
    Rule,
    has_a_speaker,
    has_an_end,
    has_an_object,
    has_two_ends,
    has_two_parties,
    has_words,
    is_said_by_a_name,
)


@dataclass(frozen=True, slots=True)
class Cues:
    """The words by which sentences are proposed and fields decided without a model.

    Words match whole, in any case and accents; `*` ends a stem ("görüş*"), `|` parts words of one place ("is|was
    sold"), "…" leaves out up to five words ("held … talks"). `triggers` propose a sentence. `choices` decides Choice
    fields: field -> option -> words; the first option whose words stand in the evidence holds (each that does, for a
    tuple of choices). `phrases` fills Phrase fields with the first of the words that stand there. `requires` names the
    fields of `phrases` without which a sentence is not proposed.

    `named_behind` and `named_before` give a field the name that stands right behind, or right before, the words:
    "received by", "hosted"; `named_first` the first name without a case before the words, a Turkish verb's subject.

    `standing` says of a Choice field which option each way in which an event may stand means: "happened", "planned",
    "denied", "cancelled", "conditional" -> option. It is read from the words that tell of the event, `verbs` in their
    finite forms and `nouns`, and from what negates, plans, denies or conditions them; `echoes` are verbs that tell of
    it where none of those does. `facts` names options that hold only where their words are told as done. An event
    whose evidence has none of the words of `proof` is not accepted; () asks for none. Words of `apart` ("again") tell
    of another time than the one told before.

    `slots` are words around a value, `@`, by which it fills a field: "sale … to @" (see the module `slots`); `firms`
    names the field that firms fill where no slot decides. What fits a slot of `aside` fills no field. `turns` says of a
    field which other one its slots fill where a choice was decided: field -> option -> field.

    `describing` are words that belong to a phrase when they stand right before it ("guided" missiles). `continues`
    begin a sentence that goes on telling of the event before ("The contract"); it fills what that one left open.

    `parties` names the list of those who take part. `delegates` are words for those whom a state sends ("ministers"),
    and `company` words before (in Turkish behind) whom somebody meets; such a state takes part itself. Behind a word
    of `aside` somebody is named who need not take part ("who", "son of"), and in a sentence that goes on telling of the
    event with a word of `attending` ("also present") somebody who does. A word of `severally` ("separately") tells that
    one meets several others one by one.

    Words that overlap one of `barred` propose nothing ("met expectations"). `objects` propose a sentence where a name
    stands right behind them ("received the minister"), `between` where it names two parties ("talks").
    """

    triggers: tuple[str, ...]
    choices: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    phrases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    requires: tuple[str, ...] = ()
    asks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    standing: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    echoes: tuple[str, ...] = ()
    facts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    proof: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    barred: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    named_behind: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    named_before: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    named_first: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    slots: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    firms: str = ""
    parties: str = ""
    delegates: tuple[str, ...] = ()
    company: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()
    attending: tuple[str, ...] = ()
    severally: tuple[str, ...] = ()
    turns: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    describing: tuple[str, ...] = ()
    continues: tuple[str, ...] = ()


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Group(_Frozen):
    """Fields that belong together, such as a person with role and country. Subclass it for groups of your own."""


@dataclass(frozen=True, slots=True)
class Of:
    """Which kinds of names a Name field takes: `Annotated[Name | None, Of("person")]`. Without it, every kind."""

    kinds: tuple[NameKind, ...]

    def __init__(self, *kinds: NameKind) -> None:
        object.__setattr__(self, "kinds", kinds)


PersonOrBody = Annotated[Name | None, Of("person", "organisation")]


class Actor(Group):
    """A state, service or firm."""

    name: Annotated[Name | None, Of("organisation", "country")] = None
    country: Country | None = None


class Party(Group):
    """Somebody who takes part, for a body or for themselves."""

    name: PersonOrBody = None
    role: Phrase | None = Field(None, description="office or rank")
    organisation: Annotated[Name | None, Of("organisation")] = None
    country: Country | None = None


class Speaker(Group):
    """Whoever said it."""

    name: PersonOrBody = None
    role: Phrase | None = Field(None, description="office or rank")
    organisation: Annotated[Name | None, Of("organisation")] = None


class Event(_Frozen):
    """The base class of events. Fields are field types, groups of them, or tuples of either; all are optional."""

    kind: ClassVar[str]
    cues: ClassVar[Cues | str | None] = None
    """The words that propose it; a string names a lexicon of data/cues; None: read by the `document` strategy."""
    identity: ClassVar[tuple[str, ...]] = ()
    """The fields that tell two drafts of one event from two events; () for every field that is a name."""
    matched_by: ClassVar[tuple[tuple[str, ...], ...]] = ()
    """What makes a predicted event gold's, for an evaluation: two of these must agree, each by any of its fields; of a
    single one, two members. Where gold has one, one is enough. () for each field of `identity` by itself."""
    scored_apart: ClassVar[tuple[str, ...]] = ()
    """The fields on which careful annotators may differ: an evaluation tells them apart from its overall scores."""
    question: ClassVar[str] = ""
    """What a model is told to look for, one line."""
    small_form: ClassVar[tuple[str, ...]] = ()
    """The fields the `sentence` strategy asks a model for; () for all that are not decided by cues."""
    joins: ClassVar[Mapping[str, tuple[tuple[str, ...], ...]]] = {}
    """Of a Choice field the options that may be told of one event, in ranks, the most telling first: where drafts of
    different ranks are one event, the first rank holds."""
    outranks: ClassVar[Mapping[str, tuple[tuple[str, ...], ...]]] = {}
    """The same for what one article tells of an event before and after a turn: planned, then cancelled."""
    steps: ClassVar[tuple[str, ...]] = ()
    """Choice fields whose options are told of different times: records of a contract and of its delivery are not linked
    as one event."""
    ends: ClassVar[tuple[str, ...]] = ()
    """Fields that are the ends of one transaction: nobody stands at two of them."""
    rules: ClassVar[tuple[Rule, ...]] = ()
    """What must hold for it to be accepted; see `plausibility`. Some value must be left in any case."""

    def fault(self) -> str | None:
        """Why the event is not whole enough to be accepted, or None: the first fault that a rule finds."""
        if not any(True for _ in values(self)) and not self.rules:
            return "no value is left"
        return next((fault for rule in self.rules for fault in rule(self)), None)


def values(node: BaseModel, path: str = "") -> Iterator[tuple[str, GroundedValue]]:
    """Every field value below `node` with its RFC 6901 pointer, in order of declaration."""
    for name in type(node).model_fields:
        value: Any = getattr(node, name)
        for pointer, item in _items(value, f"{path}/{name}"):
            if isinstance(item, GroundedValue):
                yield pointer, item
            elif isinstance(item, BaseModel):
                yield from values(item, pointer)


def _items(value: Any, path: str) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - a field may hold anything
    if isinstance(value, tuple):
        yield from ((f"{path}/{index}", item) for index, item in enumerate(value))
    else:
        yield path, value


class MeetingEvent(Event):
    """A meeting, visit, call, reception or conference between named parties."""

    kind: ClassVar[str] = "meeting"
    cues: ClassVar[Cues | str | None] = "meeting"
    identity: ClassVar[tuple[str, ...]] = ("participants",)
    matched_by: ClassVar[tuple[tuple[str, ...], ...]] = (("participants", "host"),)
    scored_apart: ClassVar[tuple[str, ...]] = ("format", "participants.organisation", "host.organisation")
    question: ClassVar[str] = "a meeting, visit, call or reception between named people or bodies"
    small_form: ClassVar[tuple[str, ...]] = ("participants", "date", "place", "topics")
    joins: ClassVar[Mapping[str, tuple[tuple[str, ...], ...]]] = {"format": (("meeting", "reception"), ("visit",))}
    outranks: ClassVar[Mapping[str, tuple[tuple[str, ...], ...]]] = {"status": (("cancelled",), ("planned",))}
    rules: ClassVar[tuple[Rule, ...]] = (has_two_parties,)

    format: (
        Choice[Literal["meeting", "visit", "phone_call", "video_call", "reception", "conference", "other"]] | None
    ) = None
    status: Choice[Literal["held", "planned", "cancelled", "denied"]] | None = None
    participants: tuple[Party, ...] = Field((), description="who met whom, both sides")
    host: Party | None = Field(None, description="who received the visitor")
    date: When | None = Field(None, description="when it took place")
    place: Place | None = Field(None, description="where it took place")
    topics: tuple[Phrase, ...] = Field((), description="what was discussed")
    outcome: Phrase | None = Field(None, description="what was agreed")


class ArmsDeal(Event):
    """A transfer of arms or military equipment, from interest to delivery."""

    kind: ClassVar[str] = "arms_deal"
    cues: ClassVar[Cues | str | None] = "arms_deal"
    identity: ClassVar[tuple[str, ...]] = ("designation", "description", "recipient")
    matched_by: ClassVar[tuple[tuple[str, ...], ...]] = (("supplier",), ("recipient",), ("designation", "description"))
    scored_apart: ClassVar[tuple[str, ...]] = ("terms",)
    question: ClassVar[str] = "a purchase, sale or delivery of weapons or military equipment"
    small_form: ClassVar[tuple[str, ...]] = ("supplier", "recipient", "designation", "quantity", "amount", "date")
    joins: ClassVar[Mapping[str, tuple[tuple[str, ...], ...]]] = {
        "stage": (("cancelled",), ("delivery",), ("contract",), ("approval",), ("negotiation",), ("interest",))
    }
    steps: ClassVar[tuple[str, ...]] = ("stage",)
    ends: ClassVar[tuple[str, ...]] = ("supplier", "recipient")
    rules: ClassVar[tuple[Rule, ...]] = (has_an_end, has_an_object, has_two_ends)

    stage: Choice[Literal["interest", "negotiation", "approval", "contract", "delivery", "cancelled"]] | None = None
    supplier: tuple[Actor, ...] = Field((), description="who sells or builds")
    recipient: tuple[Actor, ...] = Field((), description="who buys or receives")
    designation: Annotated[Name | None, Of("other")] = Field(None, description="the weapon's name or model")
    description: Phrase | None = Field(None, description="what kind of weapon")
    quantity: Quantity | None = Field(None, description="how many weapons")
    amount: Amount | None = Field(None, description="the price")
    date: When | None = Field(None, description="when this stage took place")
    deliveries: tuple[When, ...] = Field((), description="when deliveries are due or were made")
    terms: tuple[
        Choice[Literal["licence", "technology_transfer", "local_production", "financing", "second_hand"]], ...
    ] = ()


class Statement(Event):
    """Words somebody said or wrote, direct or reported."""

    kind: ClassVar[str] = "statement"
    cues: ClassVar[Cues | str | None] = "statement"
    identity: ClassVar[tuple[str, ...]] = ("quote",)
    question: ClassVar[str] = "words that a named person or body said, direct or reported"
    scored_apart: ClassVar[tuple[str, ...]] = ("speaker.organisation",)
    small_form: ClassVar[tuple[str, ...]] = ("speaker",)
    rules: ClassVar[tuple[Rule, ...]] = (has_a_speaker, has_words, is_said_by_a_name)

    speaker: Speaker | None = Field(None, description="who said it")
    form: Choice[Literal["direct", "reported"]] | None = None
    quote: Quote | None = Field(None, description="the words said")
    cue: Phrase | None = Field(None, description="the verb of saying")
    addressee: PersonOrBody = Field(None, description="to whom")
    date: When | None = Field(None, description="when it was said")
    topic: Phrase | None = Field(None, description="what it is about")
    medium: Phrase | None = Field(None, description="where it was said: statement, interview, post")


BUILT_IN: tuple[type[Event], ...] = (MeetingEvent, ArmsDeal, Statement)
