"""What the README shows is what the library does."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from communique.claims import Claim, check_claim
from communique.events import BUILT_IN
from communique.records import EventRecord
from tests.replay.test_examples import SNAPSHOTS

README = Path(__file__).parents[1] / "README.md"


def shortened(node: Any) -> Any:
    """The JSON without members that are null or empty."""
    if isinstance(node, dict):
        return {name: shortened(value) for name, value in node.items() if value not in (None, [], {})}
    return [shortened(item) for item in node] if isinstance(node, list) else node


@pytest.fixture
def readme() -> str:
    if not README.exists():
        pytest.skip("there is no README beside the tests")
    return README.read_text(encoding="utf-8")


def test_the_record_shown_is_one_of_the_recorded_run(readme: str) -> None:
    (block,) = re.findall(r"^```json\n(\{\n.*?)```", readme, re.DOTALL | re.MULTILINE)
    snapshot = json.loads((SNAPSHOTS / "02-phone-call.json").read_text(encoding="utf-8"))
    record = next(record for record in snapshot if record.get("kind") == "meeting")
    shown = json.loads(block)
    assert shown == {name: value for name, value in shortened(record).items() if name in shown and name != "checks"} | {
        "checks": shortened(record)["checks"][: len(shown["checks"])]
    }
    kinds = {kind.kind for kind in BUILT_IN}
    assert shown["kind"] in kinds
    assert EventRecord.model_fields["kind"].is_required()


def test_the_commands_shown_name_files_that_exist(readme: str) -> None:
    paths = re.findall(r"examples/[\w./-]+", readme)
    assert paths
    assert all((README.parent / path).exists() for path in paths)


def test_the_claim_gets_the_verdict_that_is_shown(readme: str) -> None:
    claim, verdict = re.findall(r"^\{\"id\": ?\"1\".*\}$", readme, re.MULTILINE)
    assert check_claim(Claim.model_validate_json(claim)).model_dump_json() == verdict
