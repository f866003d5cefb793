"""What authors write, as frozen models: the shape of every file of a course."""

from coursewright.documents.claims import (
    ClaimDocument,
    ClaimsDocument,
    DisputeDocument,
    Strength,
)
from coursewright.documents.course import Audience, CourseDocument
from coursewright.documents.glossary import GlossaryDocument, TermDocument
from coursewright.documents.instrument import InstrumentDocument, SectionDocument
from coursewright.documents.markup import Mark, marks, misplaced, unknown_addresses
from coursewright.documents.module import (
    CaseDocument,
    FacilitationDocument,
    FigureDocument,
    LessonDocument,
    MisconceptionDocument,
    ModuleDocument,
    ObjectiveDocument,
    TableDocument,
)
from coursewright.documents.path import PathDocument, StepDocument
from coursewright.documents.quiz import QuizDocument
from coursewright.documents.reading import read_document
from coursewright.documents.sources import SourceDocument, SourcesDocument
from coursewright.model import BLOOM_LEVELS, Bloom, Document, Markdown, Path, texts

__all__ = [
    "BLOOM_LEVELS",
    "Audience",
    "Bloom",
    "CaseDocument",
    "ClaimDocument",
    "ClaimsDocument",
    "CourseDocument",
    "DisputeDocument",
    "Document",
    "FacilitationDocument",
    "FigureDocument",
    "GlossaryDocument",
    "InstrumentDocument",
    "LessonDocument",
    "Mark",
    "Markdown",
    "MisconceptionDocument",
    "ModuleDocument",
    "ObjectiveDocument",
    "Path",
    "PathDocument",
    "QuizDocument",
    "SectionDocument",
    "SourceDocument",
    "SourcesDocument",
    "StepDocument",
    "Strength",
    "TableDocument",
    "TermDocument",
    "marks",
    "misplaced",
    "read_document",
    "texts",
    "unknown_addresses",
]
