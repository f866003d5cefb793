"""What Lighthouse measures without a clock is as good as it gets."""

from __future__ import annotations

import pytest
from playwright.sync_api import Playwright

from tests.browser.addresses import measured
from tests.browser.lighthouse import QUALITY, verdicts


@pytest.mark.timeout(400)
def test_scores_are_full(playwright: Playwright, site_url: str) -> None:
    """Accessibility, best practices and search engines: 100 on a page of each sort."""
    urls = {sort: site_url + address for sort, address in measured().items()}
    assert {"home", "lesson", "check"} <= set(urls)
    found = verdicts(playwright, urls.values(), QUALITY)
    full = dict.fromkeys(QUALITY, 100)
    short = {sort: found[url] for sort, url in urls.items() if full != found[url].scores}
    assert {} == short
