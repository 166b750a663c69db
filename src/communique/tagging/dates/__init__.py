"""The temporal tagger: English and Turkish date expressions with EDTF values (ISO 8601-2)."""

from communique.tagging.dates.edtf import bounds, is_edtf
from communique.tagging.dates.tagger import parse_date, tag_dates, tag_dates_in

__all__ = ["bounds", "is_edtf", "parse_date", "tag_dates", "tag_dates_in"]
