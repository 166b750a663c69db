"""Checks: drafts to grounded events, each value with a verdict and the characters that support it."""
