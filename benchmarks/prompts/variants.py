"""The variants by name. Each is today's sentence strategy with one stage exchanged, unless its line says more."""

from collections.abc import Iterable
from functools import partial
from typing import Literal

from benchmarks.prompts.deciding import all_taken, changed, closed_only, single, speaker_asked
from benchmarks.prompts.detecting import by_kind, by_odds, by_word
from benchmarks.prompts.reading import Propose, Variant, one_by_one
from benchmarks.prompts.roles import by_candidate
from benchmarks.prompts.wording import Wording, bare, guided, local, only, together
from communique.annotation import AnnotatedArticle
from communique.events import BUILT_IN, Event
from communique.forms import DocumentForm, SentenceForm
from communique.proposing import propose
from communique.rules.settling import settle
from communique.vocabulary import spoken

sentences = partial(propose, kinds=BUILT_IN, strategy="sentence")
_LEAN = Wording("lean", local)


def _whole(events: Iterable[tuple[type[Event], ...]], vocabulary: Literal["open", "closed"]) -> Propose:
    """A form on the whole article for each tuple of kinds."""
    asked = tuple(events)
    return lambda article: tuple(spoken(DocumentForm(kinds), article, vocabulary) for kinds in asked)


_PER_KIND = tuple((event,) for event in BUILT_IN)


def _settle(form: SentenceForm, _: AnnotatedArticle) -> SentenceForm:
    settled = settle(form)
    assert isinstance(settled, SentenceForm)
    return settled


_NO_TOPICS = changed(sentences, closed_only)


VARIANTS = (
    Variant("rules", "no model: every closed question takes what there is", changed(sentences, all_taken)),
    Variant(
        "default",
        "the library's: what leaves no choice is settled, the rest asked locally",
        changed(sentences, _settle),
    ),
    Variant(
        "whole article",
        "every question asked, with the whole article first",
        sentences,
        fill=one_by_one(Wording("form").render),
    ),
    Variant("local", "a sentence and its neighbours instead of the article", sentences, fill=one_by_one(_LEAN.render)),
    Variant(
        "local, sentence twice",
        "the same, the sentence repeated before the form",
        sentences,
        fill=one_by_one(Wording("form", local).render),
    ),
    Variant("sentence alone", "without its neighbours", sentences, fill=one_by_one(Wording("lean", only).render)),
    Variant("article last", "the form before the article", sentences, fill=one_by_one(Wording("article_last").render)),
    Variant(
        "local, no hints",
        "candidates without resolved values",
        sentences,
        fill=one_by_one(Wording("lean", local, bare).render),
    ),
    Variant(
        "local, examples",
        "three examples first, one of them empty",
        sentences,
        fill=one_by_one(Wording("lean", local, examples="examples").render),
    ),
    Variant(
        "local, guided",
        "a sentence of guideline for each field",
        sentences,
        fill=one_by_one(Wording("lean", local, guided).render),
    ),
    Variant("joint", "all forms of an article in one call", sentences, fill=together(Wording("form"))),
    Variant(
        "local, no topics",
        "open questions left out",
        _NO_TOPICS,
        fill=one_by_one(_LEAN.render),
    ),
    Variant(
        "local, single",
        "a single candidate is taken, and a list of two",
        changed(_NO_TOPICS, single),
        fill=one_by_one(_LEAN.render),
    ),
    Variant(
        "local, single, topics",
        "the same, and the open question of topics asked",
        changed(sentences, single),
        fill=by_candidate(_LEAN),
    ),
    Variant(
        "local, single, by candidate",
        "the same; of candidates for two lists each is asked for its list",
        changed(_NO_TOPICS, single),
        fill=by_candidate(_LEAN),
    ),
    Variant(
        "rules, odds",
        "no model for fields; it judges each sentence by the log-odds of yes",
        changed(sentences, all_taken),
        by_odds(),
    ),
    Variant(
        "rules, calibrated odds",
        "the same, less the log-odds of no sentence at all",
        changed(sentences, all_taken),
        by_odds(calibrated=True),
    ),
    Variant("rules, word", "the same, by its word A or B", changed(sentences, all_taken), by_word()),
    Variant("rules, kind gate", "the same, once a kind by the article", changed(sentences, all_taken), by_kind()),
    Variant(
        "rules, speaker asked",
        "a quote's speaker chosen by the model among the names beside it",
        changed(changed(sentences, all_taken), speaker_asked),
        fill=one_by_one(_LEAN.render),
    ),
    Variant(
        "rules, second look",
        "what was missed is asked for again, by the sentence and its neighbours",
        changed(sentences, all_taken),
        fill=one_by_one(_LEAN.render),
        looks_again=True,
    ),
    Variant("document, open", "the whole article, open answers, one call", _whole([BUILT_IN], "open")),
    Variant("document, closed", "the same, answers from the article's own lists", _whole([BUILT_IN], "closed")),
    Variant("document per kind, open", "a call a kind", _whole(_PER_KIND, "open")),
    Variant("document per kind, closed", "a call a kind, from the lists", _whole(_PER_KIND, "closed")),
)
