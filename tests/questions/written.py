"""A question as an author writes it, read as one of a bank or shown on a page."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import pytest
from coursewright.documents import QuizDocument, read_document
from coursewright.positions import parse_yaml
from coursewright.problems import CourseError
from coursewright.questions import BaseQuestion
from coursewright.site import load_views
from coursewright.views import Links, PageView, sections

from tests.courses import QUIZ, added, write_course

Written = dict[str, Any]


def read(question: Written) -> BaseQuestion:
    """Return the question; what is None is left out. Text is JSON, which is YAML too."""
    kept = {key: value for key, value in question.items() if value is not None}
    bank = json.dumps({"id": "q", "module": "tea", "questions": [kept]}, indent=1)
    [found] = read_document(QuizDocument, parse_yaml(bank, "f.yml")).questions
    return found


def said(question: Written) -> str:
    """Return every problem that reading the question meets."""
    with pytest.raises(CourseError) as caught:
        read(question)
    return "\n".join(map(str, caught.value.problems))


def shown(root: Path, question: Written) -> Element:
    """Return the HTML of the question as one more of the tea course.

    Parsed strictly: html5lib raises for whatever a browser would have to repair.
    """
    bank = added(QUIZ, f"  - {json.dumps(question, ensure_ascii=False)}\n")
    page = PageView(load_views(write_course(root, bank)), Links("modules/tea/check.md"))
    text = sections.question(page, f"tea/{question['id']}")
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    body: Element = parser.parse(f"<!doctype html><title>x</title>{text}").find("body")
    return body[0]


def words(element: Element | None) -> str:
    """Return the words of an element on one line."""
    assert element is not None
    return " ".join("".join(element.itertext()).split())
