"""What no template reaches is mended in the finished page."""

from coursewright.mending import mended

TOGGLES = (
    '<input class="md-toggle" data-md-toggle="drawer" type="checkbox" id="__drawer"{0}>'
    '<input class="md-toggle" data-md-toggle="search" type="checkbox" id="__search"{0}>'
)


def test_checkboxes_complete_nothing() -> None:
    """Only where text is typed may a page forbid that it is completed."""
    field = '<input type="text" autocomplete="off">'
    page = TOGGLES.format(' autocomplete="off"') + field
    assert TOGGLES.format("") + field == mended(page)


def test_a_page_without_the_defect_stays() -> None:
    """As one of another theme, or of a later version of this one."""
    assert TOGGLES.format("") == mended(TOGGLES.format(""))
