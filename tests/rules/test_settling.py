"""Questions that leave no choice are answered without a model."""

import pytest

from communique.drafts import Proposed
from communique.events import ArmsDeal, MeetingEvent
from communique.forms import Candidate, DocumentForm, Question, SentenceForm
from communique.rules.settling import RULE, settle
from communique.shapes import shape_of


def question(field: str, *labels: str) -> Question:
    event = MeetingEvent if field in MeetingEvent.model_fields else ArmsDeal
    shape = shape_of(event, field)
    assert shape is not None
    options = tuple(Candidate(label, {"name": Proposed(label)}, "", label, 0) for label in labels)
    return Question(shape, options)


@pytest.mark.parametrize(
    ("asked", "taken"),
    [
        pytest.param([question("date", "on Monday")], ["date"], id="the only date"),
        pytest.param([question("date", "on Monday", "2019")], [], id="one of two dates is a choice"),
        pytest.param([question("participants", "Harthi", "Pappas")], ["participants"], id="two who met"),
        pytest.param([question("participants", "Harthi", "Pappas", "Kallias")], [], id="of three one may be aside"),
        pytest.param([question("topics")], [], id="open words"),
        pytest.param(
            [question("supplier", "Asa Sul"), question("recipient", "Peru")], ["supplier", "recipient"], id="two sides"
        ),
        pytest.param([question("supplier", "Peru"), question("recipient", "Peru")], [], id="one of two sides"),
    ],
)
def test_what_leaves_no_choice_is_settled(asked: list[Question], taken: list[str]) -> None:
    form = SentenceForm(ArmsDeal, (1,), {"stage": Proposed("sold")}, tuple(asked))
    settled = settle(form)
    assert isinstance(settled, SentenceForm)
    assert list(settled.given) == ["stage", *taken]
    assert [one.shape.name for one in settled.questions] == [n for one in asked if (n := one.shape.name) not in taken]


def test_a_settled_value_names_its_rule() -> None:
    settled = settle(SentenceForm(MeetingEvent, (1,), {}, (question("participants", "Harthi"),)))
    assert isinstance(settled, SentenceForm)
    assert settled.given["participants"] == ({"name": Proposed("Harthi", rule=RULE)},)
    assert settled.is_decided


def test_a_form_on_the_whole_article_stays_as_it_is() -> None:
    form = DocumentForm((MeetingEvent,))
    assert settle(form) is form
