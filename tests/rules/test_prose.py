"""Words and sentences of Markdown."""

from coursewright.rules.prose import paragraphs, plain, sentences, words


def _sentences(text: str) -> list[str]:
    return [sentence for _, sentence in sentences(text)]


def test_markup_is_not_read_as_words() -> None:
    """Emphasis, addresses and citations do not count."""
    assert "See the pot now" == plain("See *the* [pot](lesson:a/b) now [@C1; @C2]")
    assert 2 == len(words("It's $2,500."))


def test_headings_tables_code_and_placed_objects_are_no_sentences() -> None:
    """Only running text has sentences."""
    text = "## Heading\nOne.\n\n|a|b|\n|-|-|\n\n```\nx. Y\n\nz\n```\n\n![](figure:x)\n\nTwo."
    assert ["One.", "Two."] == _sentences(text)


def test_a_sentence_ends_before_a_capital_only() -> None:
    """Quotations, abbreviations and initials do not end a sentence."""
    assert ["Dr. A. Low wrote it c. 2015, i.e. late.", "Then?"] == _sentences(
        "Dr. A. Low wrote it c. 2015, i.e. late. Then?"
    )
    assert ['"Who?" asked Ann.', "No. 3 did."] == _sentences('"Who?" asked Ann. No. 3 did.')


def test_each_item_of_a_list_is_a_sentence() -> None:
    """Also without full stops."""
    assert ["Take:", "water", "tea"] == [
        plain(sentence) for sentence in _sentences("Take:\n\n- water\n- tea")
    ]


def test_offsets_fit_the_text() -> None:
    """A sentence stands where it says it does, as it was written."""
    text = "One [@C1].\nTwo **three**\nfour. Five."
    assert all(sentence == text[at : at + len(sentence)] for at, sentence in sentences(text))
    assert ["One [@C1].", "Two **three**\nfour.", "Five."] == _sentences(text)


def test_a_citation_on_a_line_of_its_own_does_not_end_a_paragraph() -> None:
    """What is blanked out still holds the paragraph together."""
    assert 1 == len(list(paragraphs("One\n[@C1]\ntwo.")))
