"""What pages written by hand cite."""

from pathlib import Path

import pytest
from coursewright.course import Course, Use
from coursewright.handwritten import note_citations

from tests.course.wellknown import WELL_KNOWN
from tests.courses import course_of


@pytest.fixture
def course(tmp_path: Path) -> Course:
    """One claim that rests on one source."""
    return course_of(tmp_path / "course", WELL_KNOWN)


def test_a_link_to_a_claim_or_a_source_cites_it(course: Course) -> None:
    """The page goes by its own title, and is listed once."""
    text = "[It](evidence.md#claim-C1) is so ([leaf](sources.md#source-leaf)).\n\n" * 2
    note_citations(course, {"about.md": f"---\ntitle: About tea\n---\n\n{text}"})
    expected = [Use("About tea", "about.md")]
    assert expected == course.claims["C1"].uses
    assert expected == course.sources["leaf"].uses


@pytest.mark.parametrize(
    "link", ["[no](evidence.md#claim-C9)", "[no](evidence.md)", "evidence.md#claim-C1"]
)
def test_other_links_cite_nothing(course: Course, link: str) -> None:
    """Broken ones are reported elsewhere."""
    note_citations(course, {"about.md": link})
    assert not course.claims["C1"].uses


def test_a_page_without_a_title_goes_by_its_name(course: Course) -> None:
    """A hand-written page needs no head."""
    note_citations(course, {"about.md": "[it](evidence.md#claim-C1)"})
    assert [Use("about", "about.md")] == course.claims["C1"].uses
