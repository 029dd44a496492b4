"""A linear programme that is asked again and again: each answer starts from the one before."""

from __future__ import annotations

import highspy
import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, vstack

from etl.errors import DataError, Problem

PRIMAL_SIMPLEX = 4
SLACK = 1e-6

Floats = NDArray[np.float64]


class LinearProgramme:
    """What is fixed of it: rows that are equal to something, and rows that are at most something.

    Only goal and bounds change, so that the last answer is a place to go on from: the primal
    simplex needs a few steps where a fresh start needs hundreds.

    Attributes:
        in_the_way: Per column whether its bounds keep the last goal from being less.
    """

    def __init__(
        self, equal: csr_array, equal_to: Floats, at_most: csr_array, at_most_to: Floats
    ) -> None:
        """Pass the rows to HiGHS: those equal to something, and those at most something."""
        matrix = vstack([equal, at_most]).tocsc()
        rows, columns = matrix.shape
        self._goal = np.zeros(columns)
        self._bounds = np.zeros((columns, 2))
        self.in_the_way = np.zeros(columns, dtype=bool)
        model = highspy.HighsLp()
        model.num_row_, model.num_col_ = rows, columns
        model.col_cost_ = self._goal
        model.col_lower_, model.col_upper_ = self._bounds.T.copy()
        model.row_lower_ = np.concatenate([equal_to, np.full(len(at_most_to), -highspy.kHighsInf)])
        model.row_upper_ = np.concatenate([equal_to, at_most_to])
        model.a_matrix_.format_ = highspy.MatrixFormat.kColwise
        model.a_matrix_.start_ = matrix.indptr
        model.a_matrix_.index_ = matrix.indices
        model.a_matrix_.value_ = matrix.data
        self._highs = highspy.Highs()
        for option, value in (
            ("output_flag", False),
            ("threads", 1),
            ("simplex_strategy", PRIMAL_SIMPLEX),
        ):
            self._highs.setOptionValue(option, value)
        self._highs.passModel(model)

    def least(self, goal: Floats, bounds: Floats) -> Floats:
        """Return the columns where the goal is least, within bounds of shape (n, 2).

        Raises:
            DataError: There is no answer.
        """
        other = np.flatnonzero(goal != self._goal).astype(np.int32)
        self._highs.changeColsCost(len(other), other, goal[other])
        moved = np.flatnonzero((bounds != self._bounds).any(axis=1)).astype(np.int32)
        low, high = np.ascontiguousarray(bounds[moved].T)
        self._highs.changeColsBounds(len(moved), moved, low, high)
        self._goal, self._bounds = goal.copy(), bounds.copy()
        self._highs.run()
        if self._status() != highspy.HighsModelStatus.kOptimal:
            self._highs.clearSolver()
            self._highs.run()
        if self._status() != highspy.HighsModelStatus.kOptimal:
            said = self._highs.modelStatusToString(self._status())
            raise DataError([Problem("audit of protected cells", said)], "Nothing was published.")
        solution = self._highs.getSolution()
        self.in_the_way = np.abs(np.array(solution.col_dual)) > SLACK
        answer: Floats = np.array(solution.col_value)
        return answer

    def _status(self) -> highspy.HighsModelStatus:
        return self._highs.getModelStatus()
