"""A function whose answer is that of the ``.sql`` of its name, beside it."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from functools import lru_cache, wraps
from typing import ParamSpec

import pandas as pd

from queries import reading

Asked = ParamSpec("Asked")
Question = Callable[Asked, pd.DataFrame]
KEPT = 512

kept = lru_cache(maxsize=KEPT)(reading.answer)


def question(function: Question[Asked]) -> Question[Asked]:
    """Return the function that asks ``<page>/<function>.sql`` with its arguments as parameters.

    Answers are kept for each database and choice; what is returned is a copy that may be changed.
    """
    return _asking(function, lambda *asked: kept(*asked).copy(deep=False))


def question_once(function: Question[Asked]) -> Question[Asked]:
    """Return the same for a question about one person: its answer is kept nowhere."""
    return _asking(function, reading.answer)


def _asking(function: Question[Asked], answer: Callable[..., pd.DataFrame]) -> Question[Asked]:
    name = f"{function.__module__.removeprefix('queries.')}/{function.__name__}"
    defaults = {
        parameter.name: parameter.default
        for parameter in inspect.signature(function).parameters.values()
        if parameter.default is not parameter.empty
    }

    @wraps(function)
    def ask(*args: Asked.args, **asked: Asked.kwargs) -> pd.DataFrame:
        return answer(reading.identity(), name, tuple(sorted({**defaults, **asked}.items())))

    return ask
