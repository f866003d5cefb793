"""Places, problems, and the one exception that carries them."""

from coursewright.problems import CourseError, Place, Problem


def _problem(file: str, line: int, column: int = 1, what: str = "it is wrong") -> Problem:
    return Problem(Place(file, line, column), what, "Mend it.")


def test_a_place_is_written_as_editors_read_it() -> None:
    """File, line and column, with colons between."""
    assert "a/b.yml:3:7" == str(Place("a/b.yml", 3, 7))


def test_a_place_without_a_line_is_its_file() -> None:
    """Where the line is unknown, no zeros are shown."""
    assert "a/b.yml" == str(Place("a/b.yml"))


def test_a_problem_is_a_place_a_fact_and_a_cure() -> None:
    """All three in one line."""
    assert "a.yml:3:7: it is wrong. Mend it." == str(_problem("a.yml", 3, 7))


def test_a_problem_without_a_cure_ends_after_its_fact() -> None:
    """No blank is left behind."""
    assert "a.yml: it is wrong." == str(Problem(Place("a.yml"), "it is wrong", ""))


def test_problems_are_sorted_by_place_and_said_once() -> None:
    """By file, then by line and column as numbers, without repeats."""
    found = [
        _problem("b.yml", 1),
        _problem("a.yml", 10),
        _problem("a.yml", 9),
        _problem("b.yml", 1),
    ]
    expected = (_problem("a.yml", 9), _problem("a.yml", 10), _problem("b.yml", 1))
    assert expected == CourseError(found).problems


def test_the_exception_says_every_problem_on_a_line_of_its_own() -> None:
    """So that a traceback of somebody's script tells enough."""
    error = CourseError([_problem("b.yml", 2), _problem("a.yml", 1)])
    assert "a.yml:1:1: it is wrong. Mend it.\nb.yml:2:1: it is wrong. Mend it." == str(error)


def test_other_places_do_not_make_another_problem() -> None:
    """The same fact at the same place is one problem, whatever else it points at."""
    one = _problem("a.yml", 1)
    other = Problem(one.where, one.what, one.cure, also=(Place("c.yml", 1, 1),))
    assert 1 == len(CourseError([one, other]).problems)
