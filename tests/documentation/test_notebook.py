"""The notebook runs from top to bottom, and its outputs are those that it shows."""

from pathlib import Path

import pytest

from tests.documentation.notebook import NOTEBOOK, executed, read


@pytest.mark.server
def test_the_notebook_shows_what_it_gives(tmp_path: Path) -> None:
    """`python -m tests.documentation.notebook` keeps what it gives now."""
    assert executed(tmp_path)["cells"] == read(NOTEBOOK)["cells"]


def test_no_cell_of_the_notebook_failed() -> None:
    outputs = [output for cell in read(NOTEBOOK)["cells"] for output in cell.get("outputs", [])]
    assert outputs
    assert {output["output_type"] for output in outputs} <= {"stream", "execute_result", "display_data"}
    assert all(output.get("name", "stdout") == "stdout" for output in outputs)
