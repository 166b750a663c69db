"""Gold events against predicted ones: which were found, which of their values are right, and which are not in the
article."""

from communique.evaluation.evaluating import evaluate as evaluate
from communique.evaluation.reading import RecordSet as RecordSet
from communique.evaluation.reading import read_records as read_records
from communique.evaluation.results import Evaluation as Evaluation

__all__ = ["Evaluation", "RecordSet", "evaluate", "read_records"]
