"""Links that lead somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from coursewright.course import Course
from coursewright.documents import texts, unknown_addresses
from coursewright.documents.markup import SCHEMES, WEB, pictures_elsewhere
from coursewright.documents.reading import place_of
from coursewright.positions import Source as File
from coursewright.rules.rule import Finding, rule
from coursewright.suggestions import did_you_mean


@rule("unknown-address", "warning", "design choice: the site drops such an address")
def unknown_address(course: Course) -> Iterator[Finding]:
    """An address begins with a word that leads somewhere."""
    for document, file in _documents(course):
        for path, text in texts(document):
            for scheme, _, written in unknown_addresses(text):
                what = f'no address begins with "{scheme}:", so this link leads nowhere'
                cure = did_you_mean(scheme, (*SCHEMES, *WEB))
                yield Finding(place_of(file, path, written), what, cure)


@rule("picture-elsewhere", "error", "design choice: no request leaves the site")
def picture_elsewhere(course: Course) -> Iterator[Finding]:
    """Pictures come from the site itself."""
    for document, file in _documents(course):
        for path, text in texts(document):
            for address in pictures_elsewhere(text):
                what = "this picture would be fetched from another host, which learns who reads"
                cure = "Make it a figure of the module, and place it with ![](figure:id)."
                yield Finding(place_of(file, path, address), what, cure)


def _documents(course: Course) -> Iterator[tuple[object, File]]:
    for module in course.modules:
        yield module.document, module.source
        yield from ((quiz.document, quiz.source) for quiz in module.quizzes)
    yield from ((path.document, path.source) for path in course.paths)
    yield from ((it.document, it.source) for it in course.instruments.values())
