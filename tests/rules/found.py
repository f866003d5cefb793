"""What a rule finds in a small course."""

from __future__ import annotations

from pathlib import Path

from coursewright.problems import Problem
from coursewright.rules import broken_rules

from tests.courses import MINIMAL, QUIZ, Files, course_of, edited


def found(root: Path, code: str, files: Files = MINIMAL) -> list[Problem]:
    """Return what the rule with this code finds."""
    return [problem for problem in broken_rules(course_of(root, files)) if problem.code == code]


def only(root: Path, code: str, files: Files) -> Problem:
    """Return the one thing that the rule finds."""
    problem, *others = found(root, code, files)
    assert [] == others
    return problem


def quiz_of(*keys: int, long: int = 0, bloom: str = "apply") -> Files:
    """Return a course whose bank has a question for each number, the key's position from 1.

    In the first `long` of them the key is the longest option.
    """
    questions = "".join(
        _question(number, key, number <= long, bloom) for number, key in enumerate(keys, start=1)
    )
    asked = edited(
        "curriculum/modules/tea.yml",
        ("questions: [first-move]", "questions: [q1]"),
        ("questions: [signs]", "questions: [q2]"),
    )
    return {**asked, QUIZ: f"id: tea\nmodule: tea\nquestions:\n{questions}"}


def _question(number: int, key: int, long: bool, bloom: str) -> str:
    options = "".join(_option(number, at, at == key, long) for at in (1, 2, 3))
    return f"""\
  - id: q{number}
    kind: single
    objective: brew
    bloom: {bloom}
    prompt: What now?
    options:
{options}"""


def _option(number: int, position: int, correct: bool, long: bool) -> str:
    text = f"Choice {position} of question {number} as we wrote it"
    if not correct:
        return f"      - {{text: {text}, feedback: It does not hold here.}}\n"
    text += ", and more" if long else ""
    return f'      - {{text: "{text}", correct: true, feedback: It holds here.}}\n'
