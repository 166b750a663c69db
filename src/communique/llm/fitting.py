"""Questions on long articles, cut to what a model takes."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from communique.annotation import AnnotatedArticle
from communique.completion import Prompt
from communique.errors import ConfigurationError
from communique.forms import DocumentForm, Form
from communique.llm.allowance import Allowance
from communique.llm.gauging import Gauge
from communique.portions import Portion, portions
from communique.prompting import numbered_article, render

_ROUNDS = 12
_CLOSER = 0.95
_MARGIN = 64
"""Tokens that a chat template and the server's own marks take."""

_LEAST_ROOM = 1024

Speak = Callable[[Form, AnnotatedArticle], Form]
"""Puts a form on some sentences into the article's own lists."""


@dataclass(frozen=True, slots=True)
class Fitting:
    """Cuts a form on a whole article that is longer than the allowance lets it be into several on portions of it."""

    gauge: Gauge
    allowance: Allowance

    async def fit(self, form: Form, article: AnnotatedArticle, speak: Speak) -> tuple[Form, ...]:
        """The form, spoken, or several of it, each on a portion that fits.

        Raises CompletionError where the server that counts cannot be asked now, and ConfigurationError where the
        context is to be kept and nobody tells it.
        """
        whole = speak(form, article)
        if not isinstance(form, DocumentForm) or form.shown or not self._is_bounded:
            return (whole,)
        load = await self._load(whole, article)
        most = len(numbered_article(article).encode())
        fitted: tuple[Form, ...] = (whole,)
        cut: tuple[Portion, ...] = ()
        for _ in range(_ROUNDS):
            if load <= 1 or (cut and all(len(portion) == 1 for portion in cut)):
                break
            most = int(most * _CLOSER / load)
            cut = portions(article, most)
            fitted = tuple(speak(replace(form, shown=portion), article) for portion in cut)
            load = max([await self._load(part, article) for part in fitted])
        return fitted

    @property
    def _is_bounded(self) -> bool:
        return self.allowance.chunk or self.allowance.max_article_tokens is not None

    async def _load(self, form: Form, article: AnnotatedArticle) -> float:
        """How full the form makes what it must fit into; above 1 it does not fit."""
        loads = [0.0]
        if self.allowance.max_article_tokens is not None:
            shown = numbered_article(article, form.shown if isinstance(form, DocumentForm) else ())
            loads.append(await self._filled(shown, self.allowance.max_article_tokens))
        if self.allowance.chunk and not form.is_decided:
            prompt = render(form, article)
            loads.append(await self._filled(_asked(prompt), await self._room(prompt)))
        return max(loads)

    async def _filled(self, text: str, most: int) -> float:
        """The part of `most` tokens that the text takes; no text has more tokens than bytes, which saves a count."""
        size = len(text.encode())
        return size / most if size <= most else await self.gauge.count(text) / most

    async def _room(self, prompt: Prompt) -> int:
        """The tokens that a question may have, with its answer behind it."""
        context = await self.gauge.context()
        if context is None:
            raise ConfigurationError(
                "the endpoint does not tell how many tokens the model takes; give --max-article-tokens N instead of "
                "--chunk"
            )
        room = context - prompt.max_tokens - _MARGIN
        if room < _LEAST_ROOM:
            raise ConfigurationError(
                f"the model takes {context:,} tokens, of which an answer on an article may need {prompt.max_tokens:,}: "
                "too few to read articles by --strategy document; use --strategy sentence, or a longer context"
            )
        return room


def _asked(prompt: Prompt) -> str:
    """The words that come before the model; those servers that tell their context keep the schema out of it."""
    return "\n".join(message.content for message in prompt.messages)
