"""Sentences that go on telling of the event before them: "The contract, worth $9 million, …", "Deliveries begin …"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from communique.annotation import AnnotatedArticle, inside, named_inside
from communique.drafts import DraftValue
from communique.events import Event
from communique.passage import Sentence
from communique.rules.actor import Actor
from communique.rules.actors import actors
from communique.rules.beside_states import joined, joins
from communique.rules.cues import CompiledCues
from communique.rules.ends import ends_of
from communique.rules.slots import BYSTANDER, fits
from communique.rules.triggers import trigger
from communique.source import fold
from communique.spans import Span
from communique.tagging.mentions import NameMention

_MOST, _FARTHEST = 3, 9
_OPENING = 32
_STEM = 5
_ATTENDED = re.compile(
    r"\bthe\s(?:[\w-]+\s){0,2}(?:meeting|talks|reception|discussions|call|conversation|occasion)(?!\w)"
)
"""What somebody attended of whom a sentence behind tells: "Ada Kent also took part in the closed-door talks"."""
_ALSO = re.compile(r"(?<!\w)(?:also|separately|meanwhile|besides|ayrıca|öte yandan|bunun yanında)(?!\w)", re.IGNORECASE)


def continued(
    article: AnnotatedArticle, event: type[Event], cues: CompiledCues, first: Sentence
) -> tuple[Sentence, ...]:
    """The sentences behind `first` that go on telling of it: they name nobody new, but for who is told to have attended
    and whoever stands at an end that is still open ("The ships are being built by X").

    Right behind, or behind somebody's words, they begin with a word of `continues`; farther on, where nothing else of
    the kind is told between, with the deed's noun or its thing ("Deliveries …", "The first frigate …")."""
    following = tuple(_following(article, event, cues, first))
    if not following:
        return ()
    found: list[Sentence] = []
    those = actors(article, event, cues, first.span)
    held: Mapping[str, DraftValue] = ends_of(article, event, cues, first.span)
    for behind in following:
        new = [one for one in actors(article, event, cues, behind.span) if not _is_known(article, cues, one, those)]
        told: Mapping[str, DraftValue] = ends_of(article, event, cues, behind.span) if new else {}
        is_attended = any(True for _ in article.source.search(cues.attending, within=behind.span))
        if not is_attended and not all(_is_at_open_end(cues, actor, told, held) for actor in new):
            break
        if _is_further_fact(article, event, cues, first, behind) or _counts_more(article, cues, first, behind):
            break
        if _adds_another(article, event, cues, first, behind):
            break
        found.append(behind)
        held = joined(cues, told, held)
    return tuple(found[:_MOST])


def tells_of_thing_next(article: AnnotatedArticle, event: type[Event], cues: CompiledCues, first: Sentence) -> bool:
    """Whether the sentence tells who trades with whom, and only the next one what: "X won an order from Y. The order
    covers 18 jets"."""
    behind = article.numbered.get(first.number + 1)
    if not event.ends or first.role != "body" or behind is None or behind.role != "body":
        return False
    return (
        cues.goes_on(article.source, behind.span)
        and any(True for _ in _things(article, cues, behind.span))
        and any(True for _ in cues.hits(article.source, cues.triggers, first.span))
        and len(ends_of(article, event, cues, first.span)) == len(event.ends)
    )


def _following(
    article: AnnotatedArticle, event: type[Event], cues: CompiledCues, first: Sentence
) -> Iterator[Sentence]:
    """The sentences behind `first` that begin as ones that go on telling of it, up to one that tells of another."""
    is_near = is_right_behind = True
    last = first.paragraph
    known = {name.entity for name in _persons(article, first)}
    for number in range(first.number + 1, first.number + 1 + (_FARTHEST if event.steps else _MOST)):
        behind = article.numbered.get(number)
        if behind is None or behind.role != "body":
            return
        if _is_spoken(article, behind):
            continue
        is_near = is_near and behind.paragraph <= last + 1
        is_attended = any(True for _ in article.source.search(cues.attending, within=behind.span))
        goes_on = cues.goes_on(article.source, behind.span) or _is_joined(article, cues, first.span, behind.span)
        goes_on = goes_on or (
            is_attended and _ATTENDED.search(article.text, behind.span.start, behind.span.end) is not None
        )
        goes_on = goes_on and (is_right_behind or is_attended or bool(event.steps))
        if goes_on and (is_near or _opens_with_deed(article, cues, first, behind)):
            last = last if event.steps else behind.paragraph
            yield behind
        elif trigger(article, event, cues, behind.span) is not None:
            return
        elif event.steps:
            is_near = False
        elif any(name.entity not in known for name in _persons(article, behind)):
            return
        else:
            last = behind.paragraph
            is_right_behind = False


def _persons(article: AnnotatedArticle, sentence: Sentence) -> Iterator[NameMention]:
    return (name for name in named_inside(article, (sentence.span,)) if name.kind == "person")


def _opens_with_deed(article: AnnotatedArticle, cues: CompiledCues, first: Sentence, behind: Sentence) -> bool:
    """Whether the sentence opens with a noun for the deed, or with the thing that the first one tells of."""
    opening = Span(behind.span.start, min(behind.span.end, behind.span.start + _OPENING))
    if any(True for _ in article.source.search(cues.telling.nouns, within=opening)):
        return True
    things = [{_last(article, one) for one in _things(article, cues, span)} for span in (first.span, opening)]
    return not things[0].isdisjoint(things[1])


def _things(article: AnnotatedArticle, cues: CompiledCues, span: Span) -> Iterator[Span]:
    return (thing for name in cues.requires for thing in cues.things(article.source, name, span))


def _last(article: AnnotatedArticle, thing: Span) -> str:
    """The beginning of the last word, in which number and case do not show."""
    return fold(thing.of(article.text)).split()[-1][:_STEM]


def _is_joined(article: AnnotatedArticle, cues: CompiledCues, first: Span, behind: Span) -> bool:
    """Whether the sentence tells who was with somebody of the first: "The envoy was accompanied by X and Y"."""
    hit = next(article.source.search(cues.attending, within=behind), None)
    if hit is None or hit.start == behind.start:
        return False
    known = {name.entity for name in named_inside(article, (first,)) if name.kind == "person"}
    return any(name.entity in known for name in named_inside(article, (Span(behind.start, hit.start),)))


def _is_spoken(article: AnnotatedArticle, sentence: Sentence) -> bool:
    """Whether the sentence is somebody's words: "We are proud of it," says the chief executive."""
    said = (quote.span for quote in article.quotes if quote.form == "direct" and quote.span.overlaps(sentence.span))
    return sum(len(span) for span in said) * 2 > len(sentence.span)


def _is_known(article: AnnotatedArticle, cues: CompiledCues, actor: Actor, those: Sequence[Actor]) -> bool:
    """Whether the actor, or a state or service of its state, is one of those, or stands at no end in any case."""
    is_aside = any(True for _ in fits(cues.slots, article.source, actor.bearing, (BYSTANDER,)))
    return is_aside or any(
        actor.key == one.key
        or (actor.code is not None and actor.code == one.code and not actor.is_firm)
        or actor.is_short_for(one)
        for one in those
    )


def _is_at_open_end(
    cues: CompiledCues, actor: Actor, told: Mapping[str, DraftValue], held: Mapping[str, DraftValue]
) -> bool:
    """Whether the words of the sentence put the actor at an end at which nobody stands yet, or but the firm's state."""
    stands = [name for name, members in told.items() if isinstance(members, tuple) and actor.value in members]
    is_joining = actor.bearing.case != "loc" and joins(cues, told, held)
    return any(name not in held or (name == cues.firms and is_joining) for name in stands)


def _is_further_fact(
    article: AnnotatedArticle, event: type[Event], cues: CompiledCues, first: Sentence, behind: Sentence
) -> bool:
    """Whether the second sentence tells of a fact that goes beyond the first's: the ship ordered there is delivered."""
    for name, facts in cues.facts.items():
        before, after = (next(cues.decided(article.source, name, (one.span,)), None) for one in (first, behind))
        if before is None or after is None or after[0] not in facts:
            continue
        if _rank(event, name, after[0]) < _rank(event, name, before[0]):
            return True
    return False


def _adds_another(
    article: AnnotatedArticle, event: type[Event], cues: CompiledCues, first: Sentence, behind: Sentence
) -> bool:
    """Whether the second sentence adds another step for other things: "It is also in talks with Spain on radars"."""
    if not event.steps or _ALSO.search(article.text, behind.span.start, behind.span.end) is None:
        return False
    things = [{_last(article, one) for one in _things(article, cues, span.span)} for span in (first, behind)]
    options = [{option for option, _ in _first_told(article, event, cues, one)} for one in (first, behind)]
    return all(things) and things[0].isdisjoint(things[1]) and all(options) and options[0] != options[1]


def _first_told(
    article: AnnotatedArticle, event: type[Event], cues: CompiledCues, sentence: Sentence
) -> Iterator[tuple[str, Span]]:
    """Of each step the option that holds in the sentence."""
    for name in event.steps:
        yield from islice(cues.decided(article.source, name, (sentence.span,)), 1)


def _counts_more(article: AnnotatedArticle, cues: CompiledCues, first: Sentence, behind: Sentence) -> bool:
    """Whether the second sentence counts more of the first's things, and so tells of another lot: 152, then 672."""
    before, after = (_counts(article, cues, one.span) for one in (first, behind))
    return any(number > before.get(thing, number) for thing, number in after.items())


def _counts(article: AnnotatedArticle, cues: CompiledCues, span: Span) -> dict[str, float]:
    """How many there are of each thing."""
    things = tuple(_things(article, cues, span))
    counted = [(one.noun, one.value) for one in inside(article.amounts, (span,)) if one.noun is not None]
    return {_last(article, thing): value for noun, value in counted for thing in things if thing.overlaps(noun)}


def _rank(event: type[Event], name: str, option: str) -> int:
    ranked = event.joins.get(name, ())
    return next((place for place, options in enumerate(ranked) if option in options), len(ranked))
