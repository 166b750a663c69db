"""One who meets several others one by one."""

from collections.abc import Mapping

import pytest

from communique.article import Article, Language
from communique.drafts import DraftValue, Proposed
from communique.events import MeetingEvent
from communique.extractor import annotated_article
from communique.forms import SentenceForm
from communique.proposing import propose


def _parties(text: str, language: Language) -> list[list[str]]:
    forms = propose(annotated_article(Article(text=text, language=language)), (MeetingEvent,), "sentence")
    told = [form.given["participants"] for form in forms if isinstance(form, SentenceForm)]
    return [[_name(member) for member in members] for members in told if isinstance(members, tuple)]


def _name(member: DraftValue) -> str:
    name = member.get("name") if isinstance(member, Mapping) else None
    assert isinstance(name, Proposed)
    return name.text


@pytest.mark.parametrize(
    ("language", "text", "parties"),
    [
        pytest.param(
            "tr",
            "Ada Kent; Veli Aydın, Lino Ferro ve Amel Trabelsi ile telefonda görüştü.",
            [["Ada Kent", "Veli Aydın"], ["Ada Kent", "Lino Ferro"], ["Ada Kent", "Amel Trabelsi"]],
            id="calls",
        ),
        pytest.param(
            "tr",
            "Ada Kent, Veli Aydın ve Lino Ferro ile ayrı ayrı görüştü.",
            [["Ada Kent", "Veli Aydın"], ["Ada Kent", "Lino Ferro"]],
            id="ayrı-ayrı",
        ),
        pytest.param(
            "tr",
            "Ada Kent ve Veli Aydın, Lino Ferro ile telefonda görüştü.",
            [["Ada Kent", "Veli Aydın", "Lino Ferro"]],
            id="two-subjects",
        ),
        pytest.param(
            "en",
            "Ada Kent held separate talks with Veli Aydin and Lino Ferro. The meetings were attended by Amel Trabelsi.",
            [["Ada Kent", "Veli Aydin", "Amel Trabelsi"], ["Ada Kent", "Lino Ferro", "Amel Trabelsi"]],
            id="one-at-all-of-them",
        ),
        pytest.param(
            "en",
            "Ada Kent held separate talks with Veli Aydin and Lino Ferro.",
            [["Ada Kent", "Veli Aydin"], ["Ada Kent", "Lino Ferro"]],
            id="separate-talks",
        ),
        pytest.param(
            "en",
            "Ada Kent met Veli Aydin and Lino Ferro separately.",
            [["Ada Kent", "Veli Aydin"], ["Ada Kent", "Lino Ferro"]],
            id="separately",
        ),
        pytest.param(
            "en", "Ada Kent met Veli Aydin and Lino Ferro.", [["Ada Kent", "Veli Aydin", "Lino Ferro"]], id="together"
        ),
    ],
)
def test_who_meets_whom_by_themselves(language: Language, text: str, parties: list[list[str]]) -> None:
    assert _parties(text, language) == parties
