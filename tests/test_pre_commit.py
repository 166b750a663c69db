"""The hooks that are offered stop what they should, and the repository's own are the gates of .ci/run."""

import json
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cli.test_revalidate import TEXT, record

ROOT = Path(__file__).parents[1]
OWN, OFFERED = ROOT / ".pre-commit-config.yaml", ROOT / ".pre-commit-hooks.yaml"
COMMAND = f"{sys.executable} -c 'import sys; from communique.cli import main; sys.exit(main())'"
CLAIM = {"id": "1", "kind": "amount", "text": "Ankara will pay $1.3 billion for four corvettes.", "language": "en"}

pytestmark = pytest.mark.skipif(not OFFERED.exists(), reason="the repository's files are not beside the tests")


def hooks(file: Path) -> dict[str, dict[str, Any]]:
    """The hooks of a file by their ids."""
    held = yaml.safe_load(file.read_text(encoding="utf-8"))
    found = [hook for part in held["repos"] for hook in part["hooks"]] if isinstance(held, dict) else held
    return {hook["id"]: hook for hook in found}


def git(folder: Path, *words: str) -> None:
    subprocess.run([str(shutil.which("git")), *words], cwd=folder, check=True, capture_output=True)  # noqa: S603


def committed(folder: Path) -> "subprocess.CompletedProcess[str]":
    """What pre-commit says of all files of a repository of data that uses the offered hooks."""
    local = [
        {**hook, "language": "system", "entry": hook["entry"].replace("communique", COMMAND, 1)}
        for hook in hooks(OFFERED).values()
    ]
    local[1]["args"] = ["--articles", "news"]
    config = {"repos": [{"repo": "local", "hooks": local}]}
    (folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    git(folder, "init")
    git(folder, "add", "-A")
    command = [sys.executable, "-m", "pre_commit", "run", "--all-files"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of one's own, and of pre-commit's."""
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "home"))
    (tmp_path / "data").mkdir()
    monkeypatch.chdir(tmp_path / "data")
    return tmp_path / "data"


@pytest.mark.parametrize(
    ("command", "file"), [pytest.param("config", OWN, id="own"), pytest.param("manifest", OFFERED, id="offered")]
)
def test_pre_commit_takes_the_file(command: str, file: Path) -> None:
    subprocess.run([sys.executable, "-m", "pre_commit", f"validate-{command}", str(file)], check=True)  # noqa: S603


def test_our_hooks_are_the_gates_of_the_build() -> None:
    gates = re.findall(r'^section "[^"]+" (.+)$', (ROOT / ".ci" / "run").read_text(encoding="utf-8"), re.MULTILINE)
    own = hooks(OWN)
    assert own.pop("tests")["entry"] == "pytest -q"
    assert [hook["entry"] for hook in own.values()] == gates[2:6]
    assert gates[6] == "suite"


@pytest.mark.parametrize("name", ["format", "check", "layers"])
def test_our_hook_passes(name: str) -> None:
    if not (ROOT / "src").exists():
        pytest.skip("there is no source beside the tests")
    entry = hooks(OWN)[name]["entry"]
    subprocess.run(shlex.split(entry), cwd=ROOT, check=True, capture_output=True)  # noqa: S603


def test_our_hooks_run_programs_that_the_test_command_installs() -> None:
    programs = {shlex.split(hook["entry"])[0] for hook in hooks(OWN).values()}
    assert [program for program in sorted(programs) if not (Path(sys.executable).parent / program).exists()] == []


def test_a_claim_that_its_text_contradicts_is_not_committed(folder: Path) -> None:
    (folder / "claims-1.jsonl").write_text(json.dumps({**CLAIM, "value": "1.3 billion dollars"}), encoding="utf-8")
    (folder / "claims-2.jsonl").write_text(f"\n{json.dumps({**CLAIM, 'value': '$1.8 billion'})}\n", encoding="utf-8")
    done = committed(folder)
    assert done.returncode == 1
    told = "amount '$1.8 billion' is contradicted: the article says '$1.3 billion'"
    assert [line for line in done.stdout.splitlines() if ".jsonl:" in line] == [f"claims-2.jsonl:2: {told}"]


def test_records_that_stand_are_committed_and_others_are_not(folder: Path) -> None:
    (folder / "news").mkdir()
    (folder / "news" / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "events.jsonl").write_text(json.dumps(record()), encoding="utf-8")
    (folder / "events.articles.jsonl").write_text("{}", encoding="utf-8")
    assert committed(folder).returncode == 0
    (folder / "news" / "a.txt").write_text(TEXT.upper(), encoding="utf-8")
    done = committed(folder)
    assert done.returncode == 1
    assert "article 'a' has another text than the one that was read" in done.stdout
