"""One SQLite file that keeps what came of every request: cache, resume and audit of runs."""
