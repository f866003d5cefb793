"""Larger parts of pages."""

from pathlib import Path

import pytest
from coursewright.course import Course
from coursewright.views import Links, NotFoundError, PageView, Views, sections

from tests.course.wellknown import CLAIMS, SOURCES, WELL_KNOWN
from tests.courses import MODULE, PATH, TWO_PATHS, course_of, edited


def _view(course: Course, page: str) -> PageView:
    return PageView(Views(course), Links(page))


def test_what_evidence_cites_is_evidence_too(tmp_path: Path) -> None:
    """A dispute's wording may cite claims that the lesson does not."""
    files = edited(MODULE, ("Four minutes are enough.", "Is it so [@D1]?"), files=WELL_KNOWN)
    page = sections.lesson(_view(course_of(tmp_path, files), "modules/tea/time.md"), "tea/time")
    assert 'href="#evidence-C1"' in page
    assert 1 == page.count('id="evidence-C1"')
    assert 1 == page.count('id="evidence-D1"')


@pytest.mark.parametrize(
    ("said", "told"), [("[@C1; @D1]", "D1"), ("[@C1; @C2]", "C1"), ("[@C2; @C1]", "C2")]
)
def test_a_dispute_is_told_once_below_a_lesson(tmp_path: Path, said: str, told: str) -> None:
    """Claims that are part of it lead there."""
    second = "    sources: [leaf]\n  - {id: C2, text: It was so., type: opinion, strength: weak, "
    files = edited(
        CLAIMS,
        ("    sources: [leaf]\n", second + "because: B., sources: [leaf]}\n"),
        ("claims: [C1]", "claims: [C1, C2]"),
        files=edited(MODULE, ("Four minutes are enough.", f"So {said}."), files=WELL_KNOWN),
    )
    page = sections.lesson(_view(course_of(tmp_path, files), "modules/tea/time.md"), "tea/time")
    assert 1 == page.count("Some doubt that it is")
    assert f'<p class="cw-claim__dispute">In dispute: <a href="#evidence-{told}">' in page
    assert f'id="evidence-{told}"' in page


def test_a_title_that_asks_needs_no_period(tmp_path: Path) -> None:
    """Others end like sentences, since a text follows."""
    files = edited(MODULE, ("Four minutes are enough.", "Is it so [@D1]?"), files=WELL_KNOWN)
    other = edited(CLAIMS, ("title: Is it so?", "title: It is so"), files=files)
    for root, course, title in ((1, files, "Is it so?"), (2, other, "It is so.")):
        view = _view(course_of(tmp_path / str(root), course), "modules/tea/time.md")
        assert f"<strong>{title}</strong>" in sections.lesson(view, "tea/time")


def test_a_work_cited_by_itself_says_when_it_came_out(tmp_path: Path) -> None:
    """In the evidence below a lesson, as in the list of sources."""
    files = edited(MODULE, ("Four minutes are enough.", "So says one [@leaf]."), files=WELL_KNOWN)
    page = sections.lesson(_view(course_of(tmp_path, files), "modules/tea/time.md"), "tea/time")
    assert 'The leaf</a> <span class="cw-meta">No date</span>' in page


def test_a_path_that_does_not_exist(tmp_path: Path) -> None:
    """The nearest id is named."""
    view = _view(course_of(tmp_path, TWO_PATHS), "index.md")
    with pytest.raises(NotFoundError, match=r'there is no path "shrt"\. Did you mean "short"'):
        sections.path(view, "shrt")


def test_a_course_without_paths_has_no_cards(tmp_path: Path) -> None:
    """A page may ask for them all the same."""
    assert "" == sections.paths(_view(course_of(tmp_path), "index.md"))


def test_long_times_are_told_in_hours(tmp_path: Path) -> None:
    """From an hour and a half on; whole hours without minutes."""
    for minutes, expected in [(88, "89 minutes"), (89, "1 hour 30 minutes"), (119, "2 hours<")]:
        step = (
            f"steps:\n  - {{session: Talk, minutes: {minutes}}}\n  - {{break: Tea, minutes: 1}}\n"
        )
        text = TWO_PATHS[PATH].split("steps:")[0] + step
        course = course_of(tmp_path / str(minutes), {**TWO_PATHS, PATH: text})
        assert f"<li>{expected}" in sections.path(_view(course, "paths/short.md"), "short")


def test_a_path_of_breaks_leads_nowhere(tmp_path: Path) -> None:
    """Without a lesson there is no way in, and no progress to show."""
    text = TWO_PATHS[PATH].split("steps:")[0] + "steps: [{break: Tea, minutes: 1}]\n"
    course = course_of(tmp_path, {**TWO_PATHS, PATH: text})
    page = sections.path(_view(course, "paths/short.md"), "short")
    assert "data-way" not in page
    assert "<strong>Tea</strong>" in page


@pytest.mark.parametrize(
    ("issued", "expected"),
    [
        ("", "No date."),
        (", issued: 2016", "2016."),
        (", issued: {year: 2015, circa: true}", "c. 2015."),
        (", issued: last spring", "last spring."),
    ],
)
def test_when_a_source_came_out(tmp_path: Path, issued: str, expected: str) -> None:
    """A guess is marked as one, and a missing date is said to be missing."""
    leaf = "title: The leaf}"
    files = edited(SOURCES, (leaf, f"title: The leaf{issued}}}"), files=WELL_KNOWN)
    view = _view(course_of(tmp_path, files), "sources.md")
    assert f"<p>{expected}</p>" in sections.sources(view)
    assert f'<span class="cw-meta">{expected[:-1]}</span>' in sections.claims(view)


def test_a_module_says_what_people_get_wrong(tmp_path: Path) -> None:
    """Each belief unfolds to what mends it, and leads to the lesson that teaches better."""
    view = _view(course_of(tmp_path), "modules/tea/index.md")
    page = sections.module(view, "tea")
    _, section = page.split('aria-label="What people get wrong"')
    assert "<summary>Tea improves for as long as it brews</summary>" in section
    assert "After four minutes mostly bitterness comes out." in section
    assert ">Time</a></p>\n</details>" in section
