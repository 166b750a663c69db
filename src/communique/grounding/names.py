"""Checks of names: one mention or coreferent mentions of one person or body, never a mixture."""

from collections.abc import Iterator

from communique.drafts import Proposed
from communique.grounding.findings import NEARBY, Context, Finding, misplaced, not_found
from communique.shapes import FieldShape
from communique.source import Match, fold, tier_of
from communique.spans import Span
from communique.tagging.lexicon import words as lexicon_words
from communique.tagging.mentions import NameMention
from communique.tagging.names import strip_titles
from communique.tagging.suffixes import inflection_of
from communique.verdicts import Tier, Verdict


def ground_name(proposed: Proposed, _: FieldShape, context: Context) -> Finding:
    """The verdict on a name: found as printed, up to titles and Turkish suffixes, or as an alias of a coreferent
    mention."""
    if proposed.span is not None:
        return _of_span(proposed.span, context)
    bare = _untitled(proposed.text.strip())
    matches = sorted(_matches(bare, context), key=lambda match: (context.distance(match.span), match.tier.rank))
    if not matches:
        return not_found("name", bare)
    best = matches[0]
    tier = max(best.tier, Tier.TITLE, key=_rank) if bare != proposed.text.strip() else best.tier
    return _placed(best.span, tier, context)


def _untitled(text: str) -> str:
    """The name without what stands before it, if that ends as a title or office does: "Turkish Aksoy" has none."""
    bare = strip_titles(text)
    before = fold(text.partition(bare)[0]).replace(".", " ").split()
    return bare if not before or before[-1] in lexicon_words("titles", "heads") else text


def _rank(tier: Tier) -> int:
    return tier.rank


def _of_span(span: Span, context: Context) -> Finding:
    mention = _mention_at(span, context)
    if mention is not None and mention in context.article.references:
        return _placed(span, Tier.ALIAS, context)
    return _placed(span, Tier.VERBATIM, context)


def _mention_at(span: Span, context: Context) -> NameMention | None:
    everywhere = (*context.article.names, *context.article.references)
    exact = next((mention for mention in everywhere if mention.span == span), None)
    return exact or next((mention for mention in everywhere if mention.span.contains(span)), None)


def _matches(bare: str, context: Context) -> Iterator[Match]:
    """Where the name stands: whole words, or words inflected without an apostrophe; never across two names."""
    source = context.article.source
    for match in source.find(bare):
        if not _crosses(match.span, context):
            yield match
    for mention in context.article.names:
        words = mention.span.of(source.text)
        is_cut = fold(words) == fold(bare)  # a mention may be cut of its suffix amid a word ("Bakanlığından")
        if is_cut or inflection_of(bare, words):
            yield Match(mention.span, tier_of(words, bare) if is_cut else Tier.SUFFIX)


def _crosses(span: Span, context: Context) -> bool:
    """Whether the words are made of parts of two names."""
    touched = [mention for mention in context.article.names if mention.span.overlaps(span)]
    return len(touched) > 1 and not any(mention.span.contains(span) for mention in touched)


def _placed(span: Span, tier: Tier, context: Context) -> Finding:
    mention = _mention_at(span, context)
    value = span.of(context.article.text) if mention is None else context.article.canonical(mention)
    if rivals := _namesakes(span, mention, context):
        both = " and ".join(rivals)
        return Finding(Verdict.AMBIGUOUS, f"it may be {both}", span=span, value=value, tier=tier, found=both)
    at = span if context.distance(span) <= NEARBY else _coreferent(mention, context)
    if at is None:
        return misplaced(context, span, "name")
    used = tier if at == span else max(tier, Tier.ALIAS, key=_rank)
    return Finding(Verdict.SUPPORTED, _reason(used), span=at, value=value, tier=used)


def _reason(tier: Tier) -> str:
    return "it stands in the evidence" if tier != Tier.ALIAS else "a mention of the same bearer stands in the evidence"


def _coreferent(mention: NameMention | None, context: Context) -> Span | None:
    """A mention of the same entity that stands with the event."""
    if mention is None:
        return None
    same = (m.span for m in (*context.article.names, *context.article.references) if m.entity == mention.entity)
    return next((span for span in same if context.distance(span) <= NEARBY), None)


def _namesakes(span: Span, mention: NameMention | None, context: Context) -> tuple[str, ...]:
    """The fuller names a bare surname may stand for, where there are two or more."""
    words = fold(span.of(context.article.text))
    if mention is None or " " in words or mention.kind != "person":
        return ()
    full = {context.article.canonical(m) for m in context.article.names if m.kind == "person"}
    bearers = sorted(name for name in full if " " in name and fold(name).split()[-1] == words)
    if len(bearers) < 2 or context.article.canonical(mention) in bearers:  # noqa: PLR2004 - two make it ambiguous
        return ()
    return tuple(bearers)
