"""Event classes by name."""

from pathlib import Path

import pytest

from communique.errors import ConfigurationError
from communique.events import ArmsDeal, MeetingEvent
from communique.kinds import resolve_kinds

MODULE = '''
from typing import ClassVar
from communique.events import Event
from communique.fields import Name

class Drill(Event):
    """A drill."""
    kind: ClassVar[str] = "drill"
    name: Name | None = None

class Rival(Event):
    """Another of the same kind."""
    kind: ClassVar[str] = "drill"

class Nameless(Event):
    """No kind."""

class Odd(Event):
    """A field of no field type."""
    kind: ClassVar[str] = "odd"
    number: int = 0

number = 3
'''


@pytest.fixture
def _mine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "my_drills.py").write_text(MODULE, encoding="utf-8")
    (tmp_path / "my_broken.py").write_text("def", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.path", ["/nowhere"])


def test_built_in_kinds_keep_the_order_given() -> None:
    assert resolve_kinds("arms_deal, meeting,meeting") == (ArmsDeal, MeetingEvent)


@pytest.mark.usefixtures("_mine")
def test_a_class_of_the_current_folder() -> None:
    meeting, drill = resolve_kinds("meeting,my_drills:Drill")
    assert meeting is MeetingEvent
    assert drill.kind == "drill"


@pytest.mark.usefixtures("_mine")
@pytest.mark.parametrize(
    ("names", "told"),
    [
        pytest.param("", "no event kind is named; give one of meeting", id="empty"),
        pytest.param("meetings", "unknown event kind 'meetings' .did you mean 'meeting'..; give one", id="unknown"),
        pytest.param("my_drills:Nothing", "has no 'Nothing'", id="no-class"),
        pytest.param("my_nothing:Drill", "cannot import 'my_nothing'", id="no-module"),
        pytest.param("my_broken:Drill", "cannot import 'my_broken'", id="syntax"),
        pytest.param(":Drill", "cannot import ''", id="no-module-name"),
        pytest.param("my_drills:number", "is no event class", id="no-event"),
        pytest.param("my_drills:Nameless", "has no kind", id="no-kind"),
        pytest.param("my_drills:Odd", "no field type", id="odd-field"),
        pytest.param("my_drills:Drill,my_drills:Rival", "are both of kind 'drill'; rename one", id="same-kind"),
    ],
)
def test_a_bad_name_is_told_with_its_mend(names: str, told: str) -> None:
    with pytest.raises(ConfigurationError, match=told):
        resolve_kinds(names)
