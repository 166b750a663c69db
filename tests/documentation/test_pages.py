"""Every command and every piece of code of the pages runs, and prints what the pages show.

A page runs from top to bottom in a folder of its own, as its reader would. The embedded model's answers are recorded
(`python -m tests.documentation.record` adds those that a page needs anew), a hosted model's are a fake's.
"""

import json
import os
import re
import shlex
import shutil
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
import yaml

from communique.cli import communique
from tests.documentation.blocks import PYTHON, SHELL, Block, begins_with, blocks, indented, inline
from tests.documentation.furnishing import furnish
from tests.documentation.pages import ROOT, all_pages
from tests.documentation.recorded import embedded, hosted, serving
from tests.documentation.workplace import Workplace, is_as_shown
from tests.llm.batch_endpoint import serving_batches

NO_CURL = "needs curl: apt-get install curl"
REASONS = {
    "it makes this suite run itself",
}
NOT_RUN = {"README.md": 1, "CONTRIBUTING.md": 1}
"""How many blocks of a page do not run here; each says why in its source."""

RUNNING = [page for page in all_pages() if any(block.language in SHELL | PYTHON for block in blocks(page))]
PAGES = [pytest.param(page, id=page.relative_to(ROOT).as_posix()) for page in all_pages()]


@pytest.fixture
def workplace(tmp_path: Path) -> Iterator[Workplace]:
    with serving(embedded) as engine, serving_batches(hosted, at_once=True) as endpoint:
        place = Workplace(tmp_path, engine.address, endpoint.base_url)
        place.furnish()
        yield place
    assert engine.unanswered == [], "python -m tests.documentation.record asks the embedded model"


@pytest.mark.server
@pytest.mark.parametrize("page", [pytest.param(page, id=page.relative_to(ROOT).as_posix()) for page in RUNNING])
def test_a_page_runs_and_prints_what_it_shows(page: Path, workplace: Workplace) -> None:
    furnish(workplace, begins_with(page))
    for block in blocks(page):
        if block.language in SHELL | PYTHON and block.reason is None:
            _run(page, block, workplace)


def _run(page: Path, block: Block, workplace: Workplace) -> None:
    if "curl " in block.code and shutil.which("curl") is None:
        if os.environ.get("CI") == "true":
            pytest.fail(NO_CURL, pytrace=False)
        pytest.skip(NO_CURL)
    status, printed = workplace.run(block)
    assert status == 0, f"{page.name}:{block.line}\n{block.code}\n{printed}"
    if block.printed is not None:
        assert is_as_shown(block.printed, printed), f"{page.name}:{block.line} prints\n{printed}"


def test_every_command_runs_on_a_page() -> None:
    run = [block for page in RUNNING for block in blocks(page) if block.language in SHELL | PYTHON and not block.reason]
    code = "\n".join(block.code for block in run)
    context = click.Context(communique, info_name="communique")
    missing = [
        name for name in communique.list_commands(context) if not re.search(rf"\bcommunique {name}\b|\"{name}\"", code)
    ]
    assert missing == []


def test_what_does_not_run_is_counted_and_has_a_known_reason() -> None:
    skipped = Counter[str]()
    for page in all_pages():
        reasons = [block.reason for block in blocks(page) if block.reason is not None]
        assert set(reasons) <= REASONS, page
        skipped[page.relative_to(ROOT).as_posix()] += len(reasons)
    assert +skipped == Counter(NOT_RUN)


@pytest.mark.parametrize("page", PAGES)
def test_code_has_a_language_and_data_can_be_read(page: Path) -> None:
    assert list(indented(page)) == []
    for block in blocks(page):
        assert block.language in SHELL | PYTHON | {"json", "toml", "yaml", "text"}, f"{page.name}:{block.line}"
        if block.language == "toml":
            tomllib.loads(block.code)
        if block.language == "yaml":
            yaml.safe_load(block.code)
        if block.language == "json":
            _read_json(block.code)


def _read_json(code: str) -> None:
    try:
        json.loads(code)
    except ValueError:
        for line in code.splitlines():
            json.loads(line)


@pytest.mark.parametrize("page", PAGES)
def test_commands_within_sentences_exist_with_their_options(page: Path) -> None:
    for code in inline(page):
        words = code.split()
        if words and words[0] == "communique" and len(words) > 1:
            _check(shlex.split(code.replace("…", ""))[1:])


def _check(words: list[str]) -> None:
    """Each word that looks like a command or an option is one."""
    command: click.Command = communique
    context = click.Context(command, info_name="communique", **communique.context_settings)
    while words and isinstance(command, click.Group) and not words[0].startswith("-"):
        below = command.get_command(context, words[0])
        assert below is not None, words
        command, words = below, words[1:]
    known = {option for parameter in command.get_params(context) for option in parameter.opts}
    assert {word.partition("=")[0] for word in words if word.startswith("-") and word != "-"} <= known, words
