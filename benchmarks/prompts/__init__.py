"""Ways to ask a small model, measured side by side: `python -m benchmarks.prompts`. docs/prompts.md holds the table."""
