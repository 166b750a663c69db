"""Cells that a spreadsheet would run, made plain text.

The rule is OWASP's on CSV injection (https://owasp.org/www-community/attacks/CSV_Injection): a text that begins with =,
+, -, @, a tab or a line end, or with the full-width form of one of the signs, gets an apostrophe before it. A text that
begins with apostrophes and then one of these gets one more, so that every text can be told from its cell.
"""

import re

_RISKY = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")


def neutralised(text: str) -> str:
    """The text, which no spreadsheet takes for a formula."""
    return f"'{text}" if _RISKY.match(text) else text
