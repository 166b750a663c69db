"""The evidence page: records and their articles as one HTML file to look at, compare and correct."""

from communique.report.contents import Contents
from communique.report.page import MARK, report_page

__all__ = ["MARK", "Contents", "report_page"]
