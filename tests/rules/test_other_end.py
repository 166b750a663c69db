"""Candidates for one end of a deal without those at the other."""

import pytest

from communique.article import Article
from communique.drafts import Proposed
from communique.events import ArmsDeal
from communique.extractor import annotated_article
from communique.forms import Candidate, Question
from communique.rules.other_end import without_other_end
from communique.shapes import shape_of


@pytest.mark.parametrize(
    ("name", "is_left"),
    [
        pytest.param("Kestrel Aviation", False, id="the-same"),
        pytest.param("Kestrel", False, id="its-short-name"),
        pytest.param("Aviation Motors", True, id="another"),
    ],
)
def test_nobody_is_a_candidate_for_both_ends(name: str, is_left: bool) -> None:  # noqa: FBT001 - what is expected
    article = annotated_article(Article(text="Kestrel Aviation sold nine jets.", language="en"))
    shape = shape_of(ArmsDeal, "recipient")
    assert shape is not None
    asked = Question(shape, (Candidate(name, {"name": Proposed(name)}, "", ("name", name), 0),))
    left = without_other_end(article, ArmsDeal, asked, {"supplier": ({"name": Proposed("Kestrel Aviation")},)})
    assert bool(left.options) is is_left
