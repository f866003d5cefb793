"""How long a bank of questions takes to read, next to PyYAML's own `yaml.safe_load`."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

import yaml
from coursewright.positions import parse_yaml

QUESTIONS = 300
RUNS = 7

QUESTION = """\
  - id: question-{number}
    kind: single
    objective: match-symptoms
    bloom: apply
    prompt: |
      Company {number} answers **every** complaint within a day, and churn still rises.

      Which lever would you look at first, and why that one?
    options:
      - text: The processes behind the promise, which nobody has changed since {number}
        correct: true
        feedback: "Right: the answer is quick, the cause stays [@C48]."
      - text: The technology that the team writes its answers with
        feedback: "Speed is not what is missing here; see [@C12; @C39]."
        misconception: tools-first
      - {{text: "Another survey", feedback: "It would tell what is known already."}}
    explanation: >-
      A quick answer to a complaint that should not have arisen
      is the symptom, “not” the cure.
"""


def bank(questions: int = QUESTIONS) -> str:
    """Return a bank as an author would write it."""
    items = "".join(QUESTION.format(number=number) for number in range(questions))
    return f"id: six-levers\nmodule: six-levers\nquestions:\n{items}"


def median_seconds(action: Callable[[], object], runs: int = RUNS) -> float:
    """Return the median time of several runs."""
    return statistics.median(_seconds(action) for _ in range(runs))


def _seconds(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


@dataclass(frozen=True)
class Reading:
    """Median seconds for one bank."""

    ours: float
    safe_load: float

    @property
    def ratio(self) -> float:
        """Ours over PyYAML's; below 1 is faster."""
        return self.ours / self.safe_load


def measure() -> Reading:
    """Read the same bank with both and return the medians."""
    text = bank()
    ours = median_seconds(lambda: parse_yaml(text, "quizzes/six-levers.yml"))
    return Reading(ours, median_seconds(lambda: yaml.safe_load(text)))
