"""Pages for trainers: facilitator guides and coverage."""

import re
from pathlib import Path

from coursewright.course import Course
from coursewright.views import Links, PageView, Views, trainers

from tests.courses import MODULE, QUIZ, TWO_MODULES, Files, added, course_of, edited

GUIDE = """\
facilitation:
  minutes: 65
  group: 4 to 8 people
  room: A kitchen
  preparation: [Buy *tea*]
  agenda:
    - {minutes: 50, title: Brew, steps: [Boil the kettle, Pour]}
    - {minutes: 15, title: Taste}
  prompts: [Why so bitter?]
  pitfalls: [{text: Nobody pours, say: Pour yourself.}]
  debrief: [What will you do tomorrow?]
"""
FILES: Files = added(MODULE, GUIDE, files=TWO_MODULES)
LATER = "quizzes/pot.yml"


def _view(course: Course) -> PageView:
    return PageView(Views(course), Links("trainers/guides/tea.md"))


def test_a_guide_has_its_parts_in_order(tmp_path: Path) -> None:
    """Headings are Markdown, for the table of contents; parts nobody wrote have none."""
    html = trainers.facilitation(_view(course_of(tmp_path, FILES)), "tea")
    expected = ["Before the day", "Agenda", "To get people talking", "When it goes wrong, say"]
    expected += ["What people get wrong, and what mends it", "To close"]
    assert expected == re.findall(r"^## (.+)$", html, re.MULTILINE)
    assert "<li>Buy <em>tea</em></li>" in html
    bare = trainers.facilitation(_view(course_of(tmp_path, TWO_MODULES)), "tea")
    assert "" == bare


def test_an_agenda_tells_when_each_part_begins(tmp_path: Path) -> None:
    """In hours and minutes from the start, and when all of it ends."""
    html = trainers.facilitation(_view(course_of(tmp_path, FILES)), "tea")
    assert ["0:00", "0:50"] == re.findall(r'class="cw-agenda__time">([\d:]+)<', html)
    assert "1:05 End" in html


def test_coverage_lists_what_assesses_each_objective(tmp_path: Path) -> None:
    """With kind, level and where it is asked, also once more in a later check."""
    review = ("module: pot\n", "module: pot\ncheck: {review: [tea/all-day]}\n")
    html = trainers.coverage(_view(course_of(tmp_path, edited(LATER, review, files=FILES))))
    row = re.search(r'<tr><th scope="row"><a[^>]*q-tea--all-day">all-day</a>.*?</tr>', html, re.S)
    assert row
    cells = re.findall(r"<td>(.*?)</td>", row[0])
    again = "Check of the module; again in the check of The pot"
    assert ["true-false", "Understand", again] == cells
    assert "Apply · 3 questions · asked 4 times in all" in html
    assert "Too thin" not in html


def test_coverage_says_what_is_too_thin(tmp_path: Path) -> None:
    """An objective that one question assesses, or that no lesson teaches."""
    lonely = (
        "  - id: brew",
        "  - id: rinse\n    bloom: apply\n    text: Rinse a cup\n  - id: brew",
    )
    files = edited(MODULE, lonely, files=FILES)
    asked = ("    objective: brew", "    objective: rinse")
    course = course_of(tmp_path, edited(QUIZ, asked, files=files))
    (row,) = re.findall(
        r"<tr><th scope=\"rowgroup\".*?</th></tr>", trainers.coverage(_view(course)), re.S
    )[:1]
    assert "Rinse a cup" in row
    assert "no lesson" in row
    assert "Too thin" in row


def test_coverage_counts_levels_of_the_whole_course(tmp_path: Path) -> None:
    """A row for each module, a number for each level, and their sum."""
    html = trainers.coverage(_view(course_of(tmp_path, FILES)))
    (row,) = re.findall(r"Making tea</a></th>(.*?)</tr>", html)
    assert ["0", "1", "2", "0", "0", "0", "3"] == re.findall(r"<td>(\d+)</td>", row)
