"""One who meets several others one by one: "spoke by phone with Kent, Ferro and Aydin" is three calls."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from communique.annotation import AnnotatedArticle
from communique.drafts import DraftValue, Proposed
from communique.forms import SentenceForm
from communique.rules.cues import CompiledCues
from communique.spans import Span

_LEAST = 3
_ONE_SUBJECT = re.compile(r"['’]?[a-zçğıöşü]{0,4}\s*[,;]")
_WITH_THEM = re.compile(r"['’]?y?l[ae](?!\w)|\sile(?!\w)")
_REACH = 12
_CLOSE = 10


def severally(article: AnnotatedArticle, cues: CompiledCues, form: SentenceForm, told: Span) -> Iterator[SentenceForm]:
    """A form for each whom the first of the parties meets by themselves; the form itself where all of them meet."""
    members = form.given.get(cues.parties)
    found = placed(members)
    named = [(span, one) for span, one in found if told.contains(span)]
    if len(named) < _LEAST or not isinstance(members, tuple) or len(found) != len(members):
        yield form
        return
    with_all = tuple(one for span, one in found if not told.contains(span))
    named.sort(key=lambda pair: pair[0])
    hit = next(article.source.search(cues.severally, within=told), None)
    if hit is None or not _is_one_by_one(article, hit, [span for span, _ in named]):
        yield form
        return
    for _, other in named[1:]:
        yield replace(form, given={**form.given, cues.parties: (named[0][1], other, *with_all)})


def placed(members: DraftValue | None) -> list[tuple[Span, DraftValue]]:
    """The members of a list by where their names or countries stand, but for those that have neither."""
    if not isinstance(members, tuple):
        return []
    return [(span, one) for one in members if (span := _place(one)) is not None]


def _place(member: DraftValue) -> Span | None:
    name = member.get("name") or member.get("country") if isinstance(member, Mapping) else None
    return name.span if isinstance(name, Proposed) else None


def _is_one_by_one(article: AnnotatedArticle, hit: Span, spans: list[Span]) -> bool:
    """Whether one name is the subject and all others are whom it meets."""
    first, *others = spans
    if article.passage.language == "tr":
        last = others[-1].end
        is_subject = _ONE_SUBJECT.match(article.text, first.end, others[0].start) is not None
        return is_subject and _WITH_THEM.match(article.text, last, last + _REACH) is not None
    is_behind = 0 <= hit.start - others[-1].end <= _CLOSE and "." not in article.text[others[-1].end : hit.start]
    return is_behind or (first.end <= hit.start and others[0].start >= min(hit.end, others[-1].end))
