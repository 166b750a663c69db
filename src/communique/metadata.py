"""What an article's text tells about it: the day it was published and its language."""

from collections.abc import Iterator
from datetime import date
from functools import cache

from lingua import Language as Lingua
from lingua import LanguageDetector, LanguageDetectorBuilder

from communique.article import Article, Language
from communique.datelines import dateline_date, head_date, is_dateline
from communique.passage import Passage
from communique.segmentation import segment
