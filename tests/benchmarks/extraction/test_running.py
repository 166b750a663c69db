"""Answers that are kept, and what is still to be asked."""

from pathlib import Path
from typing import Any

import pytest

from communique.article import Article

running = pytest.importorskip("benchmarks.extraction.running", reason="benchmarks/ is not beside the tests")
tools = pytest.importorskip("benchmarks.extraction.tools")
counting = pytest.importorskip("benchmarks.extraction.counting")

ONE, TWO = Article(id="one", text="Amel Trabelsi met Marco Venier."), Article(id="two", text="No news.")
TOOL = tools.Tool("a tool", "of_prompt.py", ("openai==3.3.0",))
ANSWERED = running.Answered({"events": {}}, counting.Count(calls=1, prompt=5), seconds=2.5, cpu=3.5)


def test_an_answer_that_is_kept_is_not_asked_again(tmp_path: Path) -> None:
    answers = running.Answers(tmp_path, "model")
    assert [(article.id, tool.name) for article, tool in running.missing(answers, [TOOL], [ONE, TWO])] == [
        ("one", "a tool"),
        ("two", "a tool"),
    ]
    answers.put(TOOL, ONE, ANSWERED)
    assert answers.get(TOOL, ONE) == ANSWERED
    assert [article.id for article, _ in running.missing(answers, [TOOL], [ONE, TWO])] == ["two"]


@pytest.mark.parametrize(
    ("model", "tool", "article"),
    [
        pytest.param("other", TOOL, ONE, id="another model"),
        pytest.param("model", tools.Tool("a tool", "of_prompt.py", ("openai==3.4.0",)), ONE, id="another version"),
        pytest.param("model", TOOL, Article(id="one", text="Another text."), id="another text"),
    ],
)
def test_another_model_tool_or_text_is_asked_anew(tmp_path: Path, model: str, tool: Any, article: Article) -> None:
    running.Answers(tmp_path, "model").put(TOOL, ONE, ANSWERED)
    assert running.Answers(tmp_path, model).get(tool, article) is None


def test_nothing_is_started_where_nothing_is_missing(tmp_path: Path) -> None:
    running.fill(running.Answers(tmp_path, "model"), [], {}, minutes=None, tell=pytest.fail)


def test_a_tool_runs_in_the_environment_that_is_given_or_in_ours(tmp_path: Path) -> None:
    ours = next(tool for tool in tools.TOOLS if not tool.packages)
    assert tools.interpreter(TOOL, {"a tool": Path("there/python")}, tmp_path) == Path("there/python")
    assert tools.interpreter(ours, {}, tmp_path).name.startswith("python")


def test_a_running_tool_answers_line_by_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = (
        "import os\nfrom lines import serve\nserve(lambda a: {'id': a['id'], 'model': os.environ['BENCHMARK_MODEL']})\n"
    )
    (tmp_path / "of_fake.py").write_text(script)
    for name in ("lines.py", "guidelines.txt"):
        (tmp_path / name).write_bytes((tools.SCRIPTS / name).read_bytes())
    monkeypatch.setattr(tools, "SCRIPTS", tmp_path)
    fake = tools.Tool("fake", "of_fake.py")
    python = tools.interpreter(fake, {}, tmp_path)
    with tools.Running(fake, python, address="http://127.0.0.1:1/v1", key="canary", model="m") as started:
        assert [started.ask({"id": one.id}) for one in (ONE, TWO)] == [
            {"id": "one", "model": "m"},
            {"id": "two", "model": "m"},
        ]


def test_a_tool_that_ends_early_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "of_fake.py").write_text("raise SystemExit(3)\n")
    monkeypatch.setattr(tools, "SCRIPTS", tmp_path)
    fake = tools.Tool("fake", "of_fake.py")
    python = tools.interpreter(fake, {}, tmp_path)
    with (
        tools.Running(fake, python, address="", key="", model="") as started,
        pytest.raises(RuntimeError, match="fake ended with 3"),
    ):
        started.ask({"id": "one"})
