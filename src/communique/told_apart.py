"""What tells two drafts of an article apart though they agree: "met again", and lots counted in one sentence."""

from communique.annotation import AnnotatedArticle
from communique.events import Event
from communique.fields import Quantity
from communique.grounded import GroundedEvent
from communique.rules.cues import cues_of
from communique.sameness import dates_of
from communique.shapes import typed


def is_told_apart(one: GroundedEvent, other: GroundedEvent, article: AnnotatedArticle) -> bool:
    """Whether just one of the two is told as another time ("met again"), and no date says that it is the same, or they
    are two lots of one sentence."""
    if _are_lots(one.event, other.event, article):
        return True
    again = [_is_again(event, article) for event in (one, other)]
    return again[0] is not again[1] and not any(dates_of(one.event, other.event))


def _are_lots(one: Event, other: Event, article: AnnotatedArticle) -> bool:
    """Whether they count two things of one sentence: "twelve tanks and twelve howitzers"."""
    for shape in typed(type(one), Quantity):
        counts = [getattr(event, shape.name) for event in (one, other)]
        starts = [count.start for count in counts if isinstance(count, Quantity) and count.start is not None]
        if len(set(starts)) > 1 and len({article.source.sentence_at(start) for start in starts}) == 1:
            return True
    return False


def _is_again(event: GroundedEvent, article: AnnotatedArticle) -> bool:
    cues = cues_of(type(event.event), article.passage.language)
    return cues is not None and any(
        True for span in event.evidence for _ in article.source.search(cues.apart, within=span)
    )
