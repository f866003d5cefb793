"""What every test may ask for."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

# mkdocs-material prints a notice about MkDocs 2 into every build otherwise.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

# The same examples every time: a red run can be repeated, and a slow machine is not a failure.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")


@pytest.fixture(scope="session")
def root() -> Path:
    """The root of the repository."""
    return Path(__file__).resolve().parents[1]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the switch that renews what golden courses expect."""
    parser.addoption("--refresh", action="store_true", help="renew tests/sites/*/expected")


@pytest.fixture(scope="session")
def refresh(request: pytest.FixtureRequest) -> bool:
    """Whether the golden courses' expected articles are to be written anew."""
    return bool(request.config.getoption("--refresh"))
