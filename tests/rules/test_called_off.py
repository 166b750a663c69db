"""What was to happen in an article that tells of its cancelling."""

import pytest

from communique.article import Article
from communique.extractor import annotated_article
from communique.rules.called_off import called_off
from communique.standing import Cue, Standing

OFF = "Bakanın Umman ziyareti fırtına nedeniyle iptal edildi. "
PLAN = "Bakan, General Veli Reis ile görüşecekti."


@pytest.mark.parametrize(
    ("text", "told", "standing"),
    [
        pytest.param(OFF + PLAN, "planned", "cancelled", id="was-to-meet"),
        pytest.param(OFF + "Bakanın Reis ile görüşmesi bekleniyordu.", "planned", "cancelled", id="was-expected-to"),
        pytest.param(OFF + "Bakan, Reis ile görüşeceğini söylemişti.", "planned", "cancelled", id="had-said-to"),
        pytest.param(PLAN, "planned", "planned", id="nothing-is-cancelled"),
        pytest.param(OFF + "Bakan, General Veli Reis ile görüşecek.", "planned", "planned", id="is-still-to-meet"),
        pytest.param(OFF + PLAN, "happened", "happened", id="not-a-plan"),
    ],
)
def test_a_plan_of_the_past_falls_with_what_is_cancelled(text: str, told: Standing, standing: Standing) -> None:
    article = annotated_article(Article(text=text, language="tr"))
    last = article.passage.sentences[-1].span
    assert called_off(article.source, Cue(told, last)).standing == standing
