"""Names of persons, bodies and designations, and the definite descriptions and pronouns that stand for persons."""

from communique.tagging.names.firms import is_trading, tag_firms
from communique.tagging.names.groups import tag_groups
from communique.tagging.names.references import tag_references
from communique.tagging.names.tagger import tag_names

__all__ = ["is_trading", "tag_firms", "tag_groups", "tag_names", "tag_references"]
