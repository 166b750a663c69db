"""Runs the notebook of examples/ where a page's commands run, and keeps what it shows.

python -m tests.documentation.notebook
"""

import json
import tempfile
from pathlib import Path
from typing import Any

from tests.documentation.blocks import Block
from tests.documentation.pages import ROOT
from tests.documentation.recorded import embedded, hosted, serving
from tests.documentation.workplace import Workplace
from tests.llm.batch_endpoint import serving_batches

NOTEBOOK = ROOT / "examples" / "tour.ipynb"
_RUN = """cd examples
python -c 'from nbclient.cli import main; main()' tour.ipynb --output=done.ipynb
"""


def read(path: Path) -> dict[str, Any]:
    """A notebook."""
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def executed(root: Path) -> dict[str, Any]:
    """The notebook with the outputs of a run below `root`, without what differs from run to run."""
    with serving(embedded) as engine, serving_batches(hosted, at_once=True) as endpoint:
        place = Workplace(root, engine.address, endpoint.base_url)
        place.furnish()
        status, printed = place.run(Block("sh", _RUN, 0))
        assert status == 0, printed
        assert engine.unanswered == [], "python -m tests.documentation.record asks the embedded model"
    return _lasting(read(place.clone / "examples" / "done.ipynb"))


def _lasting(notebook: dict[str, Any]) -> dict[str, Any]:
    for cell in notebook["cells"]:
        cell["metadata"] = {}
        if "outputs" in cell:
            cell["outputs"] = _joined(cell["outputs"])
    return {**notebook, "metadata": {**notebook["metadata"], "language_info": {"name": "python"}}}


def _joined(outputs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The outputs, with what was printed in one piece: a busy machine sends it in several."""
    found: list[dict[str, Any]] = []
    for output in outputs:
        if output["output_type"] == "stream" and found and found[-1].get("name") == output["name"]:
            printed = "".join((*found[-1]["text"], *output["text"]))
            found[-1] = {**output, "text": printed.splitlines(keepends=True)}
        else:
            found.append(output)
    return found


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        shown = json.dumps(executed(Path(folder)), ensure_ascii=False, indent=1)
    NOTEBOOK.write_text(f"{shown}\n", encoding="utf-8")
