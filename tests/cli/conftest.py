"""A folder of one's own, and the command line with an extractor that asks nobody."""

from collections.abc import Callable
from pathlib import Path

import pytest

import communique
from communique import cli
from communique.cli import extracting
from tests.cli.fakes import FakeExtractor

Run = Callable[..., int]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, empty."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command line in `folder`; gives its exit code."""
    monkeypatch.setattr(extracting, "Extractor", FakeExtractor)
    monkeypatch.setattr(communique, "Extractor", FakeExtractor)
    FakeExtractor.made.clear()
    return lambda *arguments: cli.main([str(argument) for argument in arguments])
