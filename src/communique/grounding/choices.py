"""Checks of choices and countries: decided by cue words and by the country forms of the article."""

from communique.drafts import Proposed
from communique.fields import Quote
from communique.grounding.findings import NEARBY, Context, Finding, misplaced, nearest, not_found
from communique.rules.cues import cues_of
from communique.shapes import FieldShape, typed
from communique.source import fold
from communique.spans import Span
from communique.tagging.countries import country_code
from communique.tagging.mentions import CountryMention
from communique.verdicts import Tier, Verdict


def ground_choice(proposed: Proposed, shape: FieldShape, context: Context) -> Finding:
    """The verdict on an option: the cue words of the evidence decide it; cues of another option contradict it."""
    if proposed.option not in shape.options:
        return Finding(Verdict.NOT_FOUND, f"{proposed.text!r} is none of {', '.join(shape.options)}")
    decided = _decided(shape, context)
    if proposed.span is not None and proposed.rule is not None and proposed.option in (option for option, _ in decided):
        said = f"decided by {proposed.text!r}"
        return Finding(Verdict.SUPPORTED, said, proposed.span, proposed.option, Tier.VERBATIM, rule=proposed.rule)
    for option, span in decided:
        if option == proposed.option:
            said = f"decided by {span.of(context.article.text)!r}"
            return Finding(Verdict.SUPPORTED, said, span, option, Tier.EQUAL, rule="cue")
    if decided:
        option, span = decided[0]
        words = span.of(context.article.text)
        return Finding(Verdict.CONTRADICTED, f"{words!r} says {option}", span, found=f"{option}: {words}")
    return Finding(Verdict.NOT_FOUND, f"no words of the evidence say {proposed.option}")


def _decided(shape: FieldShape, context: Context) -> tuple[tuple[str, Span], ...]:
    """The options that the evidence decides: by cue words, and the form of a statement by its quotes."""
    cues = cues_of(context.event, context.article.passage.language)
    by_cue = tuple(cues.decided(context.article.source, shape.name, context.spans)) if cues else ()
    if by_cue or shape.name != "form" or not any(typed(context.event, Quote)):
        return by_cue
    quotes = (quote for quote in context.article.quotes if any(quote.span.overlaps(span) for span in context.spans))
    return tuple((quote.form, quote.cue or quote.span) for quote in quotes if quote.form in shape.options)


def ground_country(proposed: Proposed, _: FieldShape, context: Context) -> Finding:
    """The verdict on a country: a form of it stands with the event."""
    mentions = context.article.countries
    if proposed.span is not None:
        matching = tuple(mention for mention in mentions if proposed.span.contains(mention.span))
        words = proposed.text
    else:
        code = country_code(proposed.text)
        matching = tuple(mention for mention in mentions if mention.code == code)
        words = proposed.text
    span = nearest(context, (mention.span for mention in matching))
    if span is None:
        return not_found("country", words)
    mention = next(mention for mention in matching if mention.span == span)
    return _placed(mention, proposed, context)


def _placed(mention: CountryMention, proposed: Proposed, context: Context) -> Finding:
    apposition = proposed.rule == "apposition"
    if context.distance(mention.span) > NEARBY and not apposition:
        return misplaced(context, mention.span, "country")
    written = mention.span.of(context.article.text)
    tier = Tier.VERBATIM if fold(written) == fold(proposed.text) else Tier.EQUAL
    if mention.form == "name" and not apposition:
        return Finding(Verdict.SUPPORTED, "it stands in the evidence", mention.span, mention.code, tier)
    rule = "apposition" if apposition else f"country_from_{mention.form}"
    return Finding(Verdict.INFERRED, f"{written!r} says so", mention.span, mention.code, tier, rule=rule)
