"""True and false claims over our own articles: which tool accepts the false, and which refuses the true.

The claims are those of benchmarks.mutants, without those of countries, which are a code and no words. A tool that
checks words against a text cannot know who speaks, or where in the article a value belongs; faults of that kind are
left out of a column of their own.
"""

from benchmarks.measuring import Measurement

NAME = "planted faults"
TRUE, PRINTED = "true claims refused %", "true claims refused, of those in the words of the text %"
ALL_FALSE, WORDS_FALSE = "false claims accepted %", "false claims accepted, of those false by their words %"

MEASUREMENTS: tuple[Measurement, ...] = ()
