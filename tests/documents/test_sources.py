"""The bibliography, as Pandoc, Zotero and people write it."""

import pytest
from coursewright.documents import SourceDocument, SourcesDocument, read_document
from coursewright.positions import parse_yaml
from coursewright.problems import CourseError

BASE = "references:\n  - id: leaf\n    type: webpage\n    title: The leaf\n"


def _source(more: str = "") -> SourceDocument:
    lines = "".join(f"    {line}\n" for line in more.splitlines())
    document = read_document(SourcesDocument, parse_yaml(BASE + lines, "s.yml"))
    return document.references[0]


def _said(more: str, base: str = BASE) -> list[str]:
    with pytest.raises(CourseError) as caught:
        read_document(SourcesDocument, parse_yaml(f"{base}    {more}\n", "s.yml"))
    return [str(problem) for problem in caught.value.problems]


DATES = [
    ("{date-parts: [[2016, 4, 13]]}", (2016, 4, 13)),
    ("{date-parts: [[2016, 4]]}", (2016, 4)),
    ("{date-parts: [['2016', '04', 13]]}", (2016, 4, 13)),
    ("{date-parts: [[2016, 4, 13], [2017]]}", (2016, 4, 13)),
    ("\n  date-parts:\n  - - 2016\n    - 4", (2016, 4)),
    ("\n- year: 2016\n  month: 4\n  day: 13", (2016, 4, 13)),
    ("{year: 2016, season: 2}", (2016,)),
    ("{year: '2016', month: '4'}", (2016, 4)),
    ("2016", (2016,)),
    ("'2016'", (2016,)),
    ("[2016]", (2016,)),
    ("2016-04", (2016, 4)),
    ("2016-04-13", (2016, 4, 13)),
    ("'2016-04-13'", (2016, 4, 13)),
    ("{literal: Spring 2016}", ()),
    ("{raw: 2016-04-13}", ()),
    ("circa 2016", ()),
    ("2016/2017", ()),
    ("²016", ()),
]


@pytest.mark.parametrize(("written", "expected"), DATES, ids=[ascii(date[0]) for date in DATES])
def test_dates_in_every_form(written: str, expected: tuple[int, ...]) -> None:
    """CSL's, Pandoc's, Zotero's, and what people type; words are kept as words."""
    source = _source(f"issued: {written}")
    assert source.issued
    assert expected == source.issued.first


@pytest.mark.parametrize("key", ["issued", "accessed"])
def test_both_dates_of_a_source_are_read_alike(key: str) -> None:
    """When it came out, and when somebody looked."""
    date = getattr(_source(f"{key}: 2016-04-13"), key)
    assert (2016, 4, 13) == date.first


GROUP = 'Write keys below it, each as "key: value", two spaces further in.'


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("~", f"5:13: source issued must be a group of keys, got ~. {GROUP}"),
        ("no", f"5:13: source issued must be a group of keys, got no. {GROUP}"),
        ("2016-13-45", f"5:13: source issued must be a group of keys, got 2016-13-45. {GROUP}"),
        ("''", "5:13: source issued is empty. Write its text, or remove the key."),
        ("9999", "5:13: source issued must be at most 2999, got 9999. Write a smaller number."),
        ("{yaer: 2016}", '5:14: source issued has no key "yaer". Did you mean "year"?'),
        (
            "{date-parts: [[2016, April]]}",
            "5:34: date-part must be a whole number, got April. Write digits only, unquoted.",
        ),
        (
            "{date-parts: [[2016, 4, 13, 9]]}",
            "5:27: there are too many items in date-part. Give at most 3.",
        ),
    ],
)
def test_what_is_no_date(written: str, expected: str) -> None:
    """Said where it stands."""
    assert [f"s.yml:{expected}"] == _said(f"issued: {written}")


def test_a_very_long_number_is_no_date() -> None:
    """And takes no time to refuse."""
    (problem,) = _said(f"issued: '{'1' * 5000}'")
    assert problem.startswith("s.yml:5:13: source issued is longer than 400 characters.")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (
            "container_title: X",
            '5:5: source has no key "container_title". Did you mean "container-title"?',
        ),
        (
            "publisher-plce: X",
            '5:5: source has no key "publisher-plce". Did you mean "publisher-place"?',
        ),
        (
            "custom: {useful_for: X}",
            '5:14: source custom has no key "useful_for". Did you mean "useful-for"?',
        ),
        ("author: [{famly: X}]", '5:15: author has no key "famly". Did you mean "family"?'),
        ("author: [Bob]", f"5:14: author must be a group of keys, got Bob. {GROUP}"),
        (
            "volume: 010",
            '5:13: source volume must be text, got 010, which YAML reads as 8. Quote it: "010".',
        ),
        (
            "ISBN: 9780131103627",
            '5:11: source ISBN must be text, got 9780131103627. Quote it: "9780131103627".',
        ),
        (
            "URL: www.example.org",
            (
                "5:10: source URL cannot be written www.example.org. "
                "Write the whole address, beginning with https://."
            ),
        ),
        (
            "URL: 'javascript:alert(1)'",
            (
                "5:10: source URL cannot be written javascript:alert(1). "
                "Write the whole address, beginning with https://."
            ),
        ),
        (
            "DOI: https://doi.org/10.1000/182",
            (
                "5:10: source DOI cannot be written https://doi.org/10.1000/182. "
                "Write the DOI alone, such as 10.1000/182."
            ),
        ),
    ],
    ids=lambda value: value.split(":")[0],
)
def test_wrong_sources_say_what_and_where(written: str, expected: str) -> None:
    """Keys are CSL's own, with hyphens."""
    assert [f"s.yml:{expected}"] == _said(written)


def test_an_unknown_type_is_refused() -> None:
    """The list is CSL's."""
    for written, cure in [("bok", 'Did you mean "book"?'), ("website", "Use one such as webpage,")]:
        (problem,) = _said("note: N", BASE.replace("webpage", written))
        said = f's.yml:2:5: source has the type "{written}", which CSL does not know. {cure}'
        assert problem.startswith(said)


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("{family: Lovelace, given: Ada}", "Ada Lovelace"),
        ("{family: Beethoven, given: Ludwig, dropping-particle: van}", "Ludwig van Beethoven"),
        ("{literal: The Tea Board}", "The Tea Board"),
        ("{family: King, given: M. L., suffix: Jr.}", "M. L. King Jr."),
        ("{family: Plato}", "Plato"),
    ],
)
def test_names_as_prose_writes_them(more: str, expected: str) -> None:
    """Given name first."""
    assert expected == str(_source(f"author: [{more}]").author[0])


def test_a_doi_is_the_better_link() -> None:
    """It outlives addresses."""
    assert "https://doi.org/10.1000/182" == _source("DOI: 10.1000/182\nURL: https://a.org").link
    assert "https://a.org" == _source("URL: https://a.org").link
    assert _source().link is None


@pytest.mark.parametrize(
    ("more", "expected"),
    [("issued: 2016-04", 2016), ("issued: circa 2016", None), ("note: N", None)],
)
def test_the_year(more: str, expected: int | None) -> None:
    """None when it is not known."""
    assert expected == _source(more).year


@pytest.mark.parametrize("value", ["12", "'12'", "12-14"])
def test_volumes_and_pages_are_numbers_or_text(value: str) -> None:
    """As in CSL."""
    assert value.strip("'") == str(_source(f"volume: {value}").volume)
