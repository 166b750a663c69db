"""Taggers: text -> mentions with values. Each runs once an article, from `annotation`."""
