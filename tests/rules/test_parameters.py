"""A question with other values of its parameters, in a soak two at a time: the same columns."""

from __future__ import annotations

import itertools
import random
from pathlib import Path

import pytest

import queries
from etl.database import DATABASE_VARIABLE
from tests import answers
from tests.rules.asked import LEAVES_OUT
from tests.soak import IS_SOAK

SEED = 20260101
IN_A_RUN = 2
OTHERS: dict[str, tuple[queries.Parameter, ...]] = {
    "region_codes": ((), ("NL01",), ("AM05", "AM06"), ("CR10",)),
    "region_code": ("NL01", "PV23", "AM06"),
    "with_sample": (False,),
    "until": ("2018KW04", "2011KW01"),
    "quarter": ("2026KW02", "2011KW01"),
    "period": ("2018KW04", "2011KW01"),
    "measure": ("open_vacancies", "unemployment_pct"),
    "breakdown": ("350000", "new_method"),
    "kind": ("provincie", "corop"),
    "programme_id": ("voorbeeldprogramma_a", "no_such_programme"),
    "programme_ids": ((), ("voorbeeldprogramma_a", "voorbeeldprogramma_b")),
    "occupation_code": ("UWV-0741", "0811"),
    "selection": ("all", "ict_engineering"),
    "field_code": ("total", "06"),
    "province_codes": ((), ("PV25", "PV26")),
    "uwv_group_code": ("UWV-0811",),
    "until_day": ("2020-06-30",),
    "counted": ("graduates",),
    "school_year": ("2011SJ00",),
    "order_by": ("open_vacancies",),
    "basis": ("previous",),
    "sector_codes": ((), ("300013",)),
    "since_day": ("2026-11-30",),
    "with_neighbours": (False,),
    "terms": ((),),
}


def asked_otherwise(question: str) -> list[dict[str, queries.Parameter]]:
    """Return values to ask a question with: all pairs in a soak, else two of them, the same."""
    example = answers.example(question)
    of_each = [
        [(name, value) for value in OTHERS[name] if value != example[name]]
        for name in sorted(set(example) & set(OTHERS))
    ]
    singles = [dict([change]) for changes in of_each for change in changes]
    pairs = [
        dict(pair) for two in itertools.combinations(of_each, 2) for pair in itertools.product(*two)
    ]
    every = [*singles, *pairs]
    if IS_SOAK or len(every) <= IN_A_RUN:
        return every
    return random.Random(f"{SEED} {question}").sample(every, IN_A_RUN)


@pytest.mark.soak
@pytest.mark.parametrize("question", [one for one in answers.QUESTIONS if asked_otherwise(one)])
@pytest.mark.one_in(2)
def test_other_values_give_the_same_columns(
    question: str, filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(DATABASE_VARIABLE, str(filled))
    columns = list(answers.ask(question))
    for changed in asked_otherwise(question):
        found = answers.ask(question, **changed)
        assert list(found) == columns, changed
        if changed.get("with_sample") is False and question not in LEAVES_OUT:
            for name in (str(name) for name in found if str(name).endswith("status")):
                assert "sample" not in set(found[name].dropna()), changed


def test_every_other_value_is_of_a_parameter() -> None:
    assert set(OTHERS) <= set().union(*map(answers.parameters_of, answers.QUESTIONS))
