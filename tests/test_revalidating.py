"""Old records are checked anew without a model: what this version wrote stays, what an older one let pass is told."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any, ClassVar

import pytest

from communique.annotation import annotate
from communique.article import Article
from communique.drafts import Draft, DraftValue, Proposed
from communique.errors import InputError
from communique.events import Event, MeetingEvent, Party
from communique.fields import Name, Phrase, When
from communique.grounding.ground import ground
from communique.recording import to_records
from communique.records import EventRecord
from communique.redrafting import draft_of
from communique.revalidating import revalidate
from communique.segmentation import segment
from communique.verdicts import Check, Policy, Verdict

ROOT = Path(__file__).parents[1]
SNAPSHOTS = sorted((ROOT / "tests" / "replay" / "snapshots").glob("*.json"))
ARTICLE = Article(
    id="visit",
    text="Minister Cemil Aksoy met Gen. Haroon Yusuf in Lahore on 12 February 2026. Bilal Khan watched them.\n\n"
    "They discussed a joint exercise in Karachi.",
    published=date(2026, 2, 13),
    published_from="given",
    language="en",
)
ANNOTATED = annotate(segment(ARTICLE))


def recorded(path: Path) -> list[EventRecord]:
    lines = json.loads(path.read_text(encoding="utf-8"))
    given = ({**line, "provenance": {**line["provenance"], "library": ""}} for line in lines if "event" in line)
    return [EventRecord.from_json(json.dumps(line)) for line in given]


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in SNAPSHOTS])
def test_what_this_version_wrote_stays_as_it_is(path: Path) -> None:
    text = (ROOT / "examples" / "articles" / f"{path.stem}.txt").read_text(encoding="utf-8")
    for record in recorded(path):
        anew = revalidate(record, Article(id=path.stem, text=text))
        assert anew.changes == ()
        assert anew.record.model_copy(update={"provenance": record.provenance}) == record


def meeting(policy: Policy = Policy(), **changed: DraftValue) -> EventRecord:  # noqa: B008 - frozen
    fields: dict[str, DraftValue] = {
        "status": Proposed("held", option="held"),
        "participants": (
            {"name": Proposed("Aksoy"), "role": Proposed("Minister")},
            {"name": Proposed("Nobody Known"), "country": Proposed("Atlantis")},
            {"name": Proposed("Somebody Else")},
            {"name": Proposed("Yusuf"), "country": Proposed("France")},
        ),
        "date": Proposed("2026-02-12"),
        "topics": (Proposed("a joint exercise"), Proposed("cheese"), Proposed("Karachi")),
        **changed,
    }
    return only(ground(Draft(MeetingEvent, (1, 3), fields, prompt="document.1"), ANNOTATED, policy), policy)


def only(grounded: Any, policy: Policy) -> EventRecord:
    (record,) = to_records((grounded,), ARTICLE, policy)
    return record


@pytest.mark.parametrize("policy", [Policy(), Policy(on_unsupported="flag"), Policy(on_unsupported="reject")])
def test_kept_and_refused_items_are_told_apart_again(policy: Policy) -> None:
    record = meeting(policy)
    assert revalidate(record, ARTICLE, policy=policy).record == record
    parties = draft_of(record, ANNOTATED).fields["participants"]
    assert isinstance(parties, tuple)
    assert len(parties) == 4


def test_a_verdict_of_before_is_told_with_both() -> None:
    record = meeting(date=Proposed("14 February 2026"))
    let_pass = Check(path="/date", verdict=Verdict.SUPPORTED, proposed="14 February 2026", reason="it stood there")
    old = record.model_copy(update={"checks": tuple(let_pass if c.path == "/date" else c for c in record.checks)})
    (change,) = revalidate(old, ARTICLE).changes
    assert (change.path, change.before, change.after) == ("/date", Verdict.SUPPORTED, Verdict.CONTRADICTED)
    assert "12 February 2026" in change.reason


def test_the_policy_of_today_decides_about_acceptance() -> None:
    record = meeting()
    anew = revalidate(record, ARTICLE, policy=Policy(on_unsupported="reject"))
    assert (record.accepted, anew.record.accepted) == (True, False)
    assert [(change.path, change.before, change.after) for change in anew.changes] == [("", None, Verdict.NOT_FOUND)]
    assert anew.record.id == record.id
    assert anew.record.provenance.policy_sha256 == Policy(on_unsupported="reject").sha256
    back = revalidate(anew.record, ARTICLE)
    assert [(change.path, change.before, change.after) for change in back.changes] == [("", Verdict.NOT_FOUND, None)]


def test_another_text_is_refused_by_name() -> None:
    with pytest.raises(InputError, match="article 'visit' has another text"):
        revalidate(meeting(), Article(id="visit", text="Something else."))


class Drill(Event):
    """A user's own event."""

    kind: ClassVar[str] = "drill"
    name: Name | None = None
    crew: tuple[Party, ...] = ()
    tasks: tuple[Phrase, ...] = ()
    days: tuple[When, ...] = ()


def test_an_event_of_ones_own_is_revalidated() -> None:
    fields: dict[str, DraftValue] = {
        "name": Proposed("Yusuf"),
        "crew": ({"name": Proposed("Bilal Khan")},),
        "tasks": (Proposed("watched them"),),
        "days": (Proposed("12 February 2026"), Proposed("13 May 2020")),
    }
    record = only(ground(Draft(Drill, (1, 2), fields, prompt="document.1"), ANNOTATED, Policy()), Policy())
    read = EventRecord.from_json(record.to_json(), (Drill,))
    assert revalidate(read, ARTICLE).record == record


def test_openai_is_not_loaded() -> None:
    code = "import sys, communique.cli.revalidate; communique.revalidate; print('openai' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.strip() == "False"
