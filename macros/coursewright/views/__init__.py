"""How the course is shown: the only Jinja environment and the only Markdown converter."""

from coursewright.views import assigning, sections, trainers
from coursewright.views.desk import desk
from coursewright.views.links import (
    ASSIGNMENTS,
    EVIDENCE,
    GLOSSARY,
    INSTRUMENTS,
    PATHS,
    PROGRESS,
    SOURCES,
    TRAINERS,
    Links,
)
from coursewright.views.outline import outline
from coursewright.views.page import PageView, escaped
from coursewright.views.prose import plain
from coursewright.views.rendering import TEMPLATES, NotFoundError, Views, find
from coursewright.views.words import Words

__all__ = [
    "ASSIGNMENTS",
    "EVIDENCE",
    "GLOSSARY",
    "INSTRUMENTS",
    "PATHS",
    "PROGRESS",
    "SOURCES",
    "TEMPLATES",
    "TRAINERS",
    "Links",
    "NotFoundError",
    "PageView",
    "Views",
    "Words",
    "assigning",
    "desk",
    "escaped",
    "find",
    "outline",
    "plain",
    "sections",
    "trainers",
]
