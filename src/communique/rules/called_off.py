"""What was to happen, in an article that tells of its cancelling: "The visit is off. The two were to meet on Monday."

A future in the past ("were to meet", "görüşecekti") or a plan in the past ("had been due to", "görüşmesi bekleniyordu")
says so.
"""

import re
from dataclasses import replace

from communique.late_patterns import late
from communique.source import SourceText
from communique.standing import Cue

_WAS_TO = {
    "en": late(
        r"(?<!\w)(?:had\sbeen\s(?:due|scheduled|expected|supposed|set|planned|meant)|had\s(?:planned|hoped|intended)"
        r"|(?:was|were)\s(?:due|scheduled|expected|supposed|set|meant|to))(?!\w)",
        re.IGNORECASE,
    ),
    "tr": late(
        r"[ae]ca[kğ]t[ıi](?!\w)|[ae]ce[kğ]t[ıi](?!\w)"
        r"|(?:bekleniyor|beklenmektey|planlanıyor|planlanmıştı|öngörülüyor|hedefleniyor|düşünülüyor)d[ıiuü](?!\w)"
        r"|[ae]c[ae]ğin[ıi]\s(?:söyle|açıkla|duyur|bildir|belirt)m[ıi]şt[ıi](?!\w)"
    ),
}
_OFF = {
    "en": late(
        r"(?<!\w)(?:visit|trip|meeting|talks|tour|summit|conference)(?!\w)[^.;]{0,80}?(?<!\w)"
        r"(?:cancell?ed|postponed|called\soff|put\soff|scrapped|shelved|f[ae]ll(?:en)?\sthrough)(?!\w)"
        r"|(?<!\w)(?:cancell?ed|postponed|called\soff|put\soff|scrapped|shelved)\s(?:[^\s.;]+\s){0,5}?"
        r"(?:visit|trip|meeting|talks|tour|summit|conference)(?!\w)",
        re.IGNORECASE,
    ),
    "tr": late(
        r"(?:ziyaret|görüşme|toplantı|gezi|seyahat|program|buluşma|zirve)\w*\s(?:[^\s.;]+\s){0,12}?"
        r"(?:iptal\s(?:ed|et)|ertelen|ertele(?:d|m))",
        re.IGNORECASE,
    ),
}
_BEHIND = 30
_JOINED = late(r"\sve\s[^.;]{2,120}?[ae]c[ae]kt[ıi](?!\w)")
"""A further Turkish verb that says for both that it was to be: "görüşecek ve bildiriyi imzalayacaktı"."""
_BUT = late(
    r",?\sbut\s(?:[^\s.;]+\s){0,3}?(?:did\snot|didn[’']t|never|could\snot|couldn[’']t|was\sunable|were\sunable|fell\sill"
    r"|pulled\sout|withdrew|stayed\saway|cancell?ed)(?!\w)",
    re.IGNORECASE,
)
"""What says in the same sentence that a plan of the past came to nothing."""
_FAR = 200


def called_off(source: SourceText, cue: Cue) -> Cue:
    """The cue as one of what is cancelled, where it tells of a plan of the past and the article of a cancelling."""
    was_to, off = _WAS_TO.get(source.passage.language), _OFF.get(source.passage.language)
    if cue.standing != "planned" or was_to is None or off is None:
        return cue
    words = source.text[cue.span.start : cue.span.end + _BEHIND]
    joined = _JOINED.match(source.text, cue.span.end)
    words += "" if joined is None else joined.group()
    if was_to.search(words) is None:
        return cue
    sentence = source.sentence_at(cue.span.start)
    end = len(source.text) if sentence is None else sentence.span.end
    is_off = _BUT.search(source.text, cue.span.end, min(end, cue.span.end + _FAR)) or off.search(source.text)
    return replace(cue, standing="cancelled") if is_off else cue
