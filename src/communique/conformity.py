"""Data against a JSON Schema (2020-12): a fast yes by jsonschema-rs, and the place and words of a no by jsonschema."""

from typing import Any

import jsonschema_rs
from jsonschema import Draft202012Validator, ValidationError


class Conformity:
    """A schema to check data against, once or many times."""

    def __init__(self, schema: dict[str, Any]) -> None:
        self._schema = schema
        self._fast = jsonschema_rs.Draft202012Validator(schema)

    def fault(self, data: Any) -> ValidationError | None:  # noqa: ANN401 - JSON is anything
        """The first place where the data do not obey the schema, or None."""
        if self._obeys(data):
            return None
        return next(Draft202012Validator(self._schema).iter_errors(data), None)

    def _obeys(self, data: Any) -> bool:  # noqa: ANN401 - the same
        """False also where the fast check cannot tell, as of data that nest too deep for it."""
        try:
            return self._fast.is_valid(data)
        except ValueError:
            return False
