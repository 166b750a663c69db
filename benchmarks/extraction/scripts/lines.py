"""What every tool's script shares: articles come in as JSON lines on standard input, answers go out on standard output.

A script runs in its tool's own environment, where communique is not installed: it may import nothing but its tool and
this module. The model's address, key and name stand in OPENAI_BASE_URL, OPENAI_API_KEY and BENCHMARK_MODEL.
"""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

MAX_TOKENS = 2048
"""The most tokens of one answer, for every tool."""
MODEL = os.environ.get("BENCHMARK_MODEL", "")
GUIDELINES = Path(__file__).with_name("guidelines.txt").read_text(encoding="utf-8")
"""What every tool is told to look for."""

Answer = dict[str, Any]
"""A tool's answer, as it is, and `failures`: the reasons for which some or all of it is missing."""


def published_line(article: dict[str, Any]) -> str:
    """The publication date in words for a prompt."""
    return f"Publication date: {article['published'] or 'unknown'}"


def serve(answer: Callable[[dict[str, Any]], Answer]) -> None:
    """Answers one line an article, {id, text, published, language}, until the input ends."""
    out, sys.stdout = sys.stdout, sys.stderr  # what a tool prints is no answer
    for line in sys.stdin:
        out.write(json.dumps(answer(json.loads(line)), ensure_ascii=False) + "\n")
        out.flush()
