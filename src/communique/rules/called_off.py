"""What was to happen, in an article that tells of its cancelling: "The visit is off. The two were to meet on Monday."

Only of Turkish, where a future in the past ("görüşecekti") or a plan in the past ("görüşmesi bekleniyordu") says so.
"""

from dataclasses import replace

from communique.late_patterns import late
from communique.source import SourceText
from communique.standing import Cue

_WAS_TO = late(
    r"[ae]ca[kğ]t[ıi](?!\w)|[ae]ce[kğ]t[ıi](?!\w)"
    r"|(?:bekleniyor|beklenmektey|planlanıyor|planlanmıştı|öngörülüyor|hedefleniyor|düşünülüyor)d[ıiuü](?!\w)"
    r"|[ae]c[ae]ğin[ıi]\s(?:söyle|açıkla|duyur|bildir|belirt)m[ıi]şt[ıi](?!\w)"
)
_OFF = late(
    r"(?:ziyaret|görüşme|toplantı|gezi|seyahat|program|buluşma|zirve)\w*\s(?:[^\s.;]+\s){0,12}?"
    r"(?:iptal\s(?:ed|et)|ertelen|ertele(?:d|m))"
)
_BEHIND = 30


def called_off(source: SourceText, cue: Cue) -> Cue:
    """The cue as one of what is cancelled, where it tells of a plan of the past and the article of a cancelling."""
    if cue.standing != "planned" or source.passage.language != "tr":
        return cue
    words = source.text[cue.span.start : cue.span.end + _BEHIND]
    is_past = _WAS_TO.search(words) is not None and _OFF.search(source.text) is not None
    return replace(cue, standing="cancelled") if is_past else cue
