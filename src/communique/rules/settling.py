"""What need not be asked: a question whose candidates leave nothing to choose.

Measured (docs/prompts.md): asked about one candidate, or about two for a list, a small model takes what there is.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from communique.drafts import DraftValue, Proposed
from communique.forms import DocumentForm, Form, Question

RULE = "only_candidate"
_MOST_OF_A_LIST = 2


def settle(form: Form) -> Form:
    """The form without the questions that leave no choice: the one candidate is taken, or the one or two of a list.

    Two lists that share a candidate, such as supplier and recipient, leave one.
    """
    if isinstance(form, DocumentForm):
        return form
    sure = tuple(one for one in form.questions if _is_short(one) and not _has_rival(one, form.questions))
    left = tuple(one for one in form.questions if one not in sure)
    return replace(form, given={**form.given, **{one.shape.name: _taken(one) for one in sure}}, questions=left)


def _is_short(question: Question) -> bool:
    return 0 < len(question.options) <= (_MOST_OF_A_LIST if question.shape.many else 1)


def _has_rival(question: Question, questions: Iterable[Question]) -> bool:
    if not question.shape.many:
        return False
    own = {option.key for option in question.options}
    others = (one for one in questions if one is not question and one.shape.many)
    return any(option.key in own for other in others for option in other.options)


def _taken(question: Question) -> DraftValue:
    values = tuple(_ruled(option.value) for option in question.options)
    return values if question.shape.many else values[0]


def _ruled(value: DraftValue) -> DraftValue:
    """The value with the rule's name wherever no other rule proposed it."""
    if isinstance(value, Proposed):
        return replace(value, rule=value.rule or RULE)
    if isinstance(value, Mapping):
        return {name: _ruled(member) for name, member in value.items()}
    return tuple(_ruled(member) for member in value)
