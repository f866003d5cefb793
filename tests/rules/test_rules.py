"""The rules as a whole."""

from pathlib import Path

import pytest
from coursewright.rules import RULES, Rule

from tests.courses import COURSE, MINIMAL, course_of, edited
from tests.rules.found import found


def test_no_two_rules_share_a_code() -> None:
    """A code is enough to look a rule up."""
    codes = [rule.code for rule in RULES]
    assert sorted(set(codes)) == sorted(codes)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_says_what_must_hold_and_why(rule: Rule) -> None:
    """Each rule has one sentence for authors and the evidence behind it."""
    assert rule.sentence.endswith(".")
    assert "\n" not in rule.sentence
    assert rule.evidence


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_good_course_breaks_no_rule(rule: Rule, tmp_path: Path) -> None:
    """The smallest course is good; its lessons are just very short."""
    expected = 2 if rule.code == "lesson-minutes" else 0
    assert expected == len(list(rule.problems(course_of(tmp_path, MINIMAL))))


def test_rules_about_english_words_leave_other_languages_alone(tmp_path: Path) -> None:
    """What English words betray says nothing about a German course."""
    quiz = edited("quizzes/tea.yml", ("Soak the leaf overnight", "Always soak the leaf"))
    german = edited(COURSE, ("modules:", "language: de-AT\nmodules:"), files=quiz)
    assert 1 == len(found(tmp_path / "english", "frequency-word", quiz))
    assert [] == found(tmp_path / "german", "frequency-word", german)
