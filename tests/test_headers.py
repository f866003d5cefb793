"""What hosts are told to send is the same for every server."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET

import pytest
from coursewright.policy import Policy

from tests.headers import PAGE, recommended

TEXT = PAGE.read_text(encoding="utf-8")


def _snippet(heading: str) -> str:
    """Return the first block of code below a heading."""
    section = TEXT.partition(f"\n## {heading}\n")[2]
    return re.split(r"^```.*\n", section, flags=re.MULTILINE)[1]


def _from_lines(heading: str, line: str) -> dict[str, str]:
    return dict(re.findall(line, _snippet(heading), re.MULTILINE))


def test_the_table_names_headers() -> None:
    """Six of them; the first keeps other sites from framing the course."""
    assert 6 == len(recommended())
    assert "frame-ancestors 'self'" == recommended()["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("heading", "line"),
    [
        ("nginx", r'^add_header ([\w-]+) "(.*)" always;$'),
        ("Apache", r'^Header always set ([\w-]+) "(.*)"$'),
        ("IIS", r'^ *<add name="([\w-]+)" value="(.*)" />$'),
        ("Netlify and Cloudflare Pages", r"^  ([\w-]+): (.*)$"),
    ],
)
def test_every_server_sends_the_same(heading: str, line: str) -> None:
    """Each recipe holds the whole table."""
    assert recommended() == _from_lines(heading, line)


def test_the_recipe_for_iis_is_xml() -> None:
    """Which IIS refuses to serve anything with otherwise."""
    assert "configuration" == ET.fromstring(_snippet("IIS")).tag  # noqa: S314 - our own page


def test_cloudfront_sends_the_same() -> None:
    """Where some headers have names of their own."""
    recipe = json.loads(_snippet("S3 with CloudFront"))
    own = recipe["SecurityHeadersConfig"]
    items = recipe["CustomHeadersConfig"]["Items"]
    assert {
        "Content-Security-Policy": own["ContentSecurityPolicy"]["ContentSecurityPolicy"],
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": own["ReferrerPolicy"]["ReferrerPolicy"],
        **{item["Header"]: item["Value"] for item in items},
    } == recommended()
    assert len(items) == recipe["CustomHeadersConfig"]["Quantity"]


def test_the_policy_of_the_pages_is_told_as_it_is() -> None:
    """But for the hashes."""
    told = " ".join(_snippet("What every page brings along").split())
    assert str(Policy()) == told.replace(" 'sha256-…'", "")
