"""What the library itself costs, beside what a user would pick instead: one command, `python -m benchmarks`."""
