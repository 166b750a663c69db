"""The temporal tagger: English and Turkish date expressions with EDTF values (ISO 8601-2)."""

from communique.tagging.dates.borne import unborne
from communique.tagging.dates.conflicts import weekday_conflicts
from communique.tagging.dates.edtf import bounds, is_edtf
from communique.tagging.dates.index import DateIndex, date_words
from communique.tagging.dates.tagger import has_date_word, parse_date, tag_dates, tag_dates_in

__all__ = [
    "DateIndex",
    "bounds",
    "date_words",
    "has_date_word",
    "is_edtf",
    "parse_date",
    "tag_dates",
    "tag_dates_in",
    "unborne",
    "weekday_conflicts",
]
