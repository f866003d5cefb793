"""Link sources, claims, disputes and terms."""

from __future__ import annotations

from coursewright.course.ledger import Claim, Dispute, Source, Term
from coursewright.course.scope import Scope
from coursewright.documents import ClaimsDocument
from coursewright.loader import Documents, Loaded


def link_evidence(scope: Scope, documents: Documents) -> None:
    """Fill the course's sources, claims, disputes and terms."""
    if documents.sources:
        _sources(scope, documents)
    if documents.claims:
        _disputes(scope, documents.claims)
        _claims(scope, documents.claims)
        _disputed(scope, documents.claims)
    if documents.glossary:
        _terms(scope, documents)


def _sources(scope: Scope, documents: Documents) -> None:
    assert documents.sources
    for index, document in enumerate(documents.sources.document.references):
        place = documents.sources.source.place("references", index, "id")
        source = Source(document, place)
        scope.add("citation", scope.course.sources, document.id, source, place)


def _disputes(scope: Scope, loaded: Loaded[ClaimsDocument]) -> None:
    for index, document in enumerate(loaded.document.disputes):
        place = loaded.source.place("disputes", index, "id")
        dispute = Dispute(document, place)
        scope.add("citation", scope.course.disputes, document.id, dispute, place)


def _claims(scope: Scope, loaded: Loaded[ClaimsDocument]) -> None:
    course = scope.course
    for index, document in enumerate(loaded.document.claims):
        place = loaded.source.place("claims", index, "id")
        claim = Claim(document, place)
        scope.add("citation", course.claims, document.id, claim, place)
        for number, ident in enumerate(document.sources):
            at = loaded.source.place("claims", index, "sources", number)
            source = scope.find("source", course.sources, ident, at)
            if source:
                claim.sources.append(source)
                source.claims.append(claim)
        if document.dispute:
            at = loaded.source.place("claims", index, "dispute")
            claim.dispute = scope.find("dispute", course.disputes, document.dispute, at)


def _disputed(scope: Scope, loaded: Loaded[ClaimsDocument]) -> None:
    for index, document in enumerate(loaded.document.disputes):
        for number, ident in enumerate(document.claims):
            at = loaded.source.place("disputes", index, "claims", number)
            claim = scope.find("claim", scope.course.claims, ident, at)
            dispute = scope.course.disputes.get(document.id)
            if claim and dispute:
                dispute.claims.append(claim)
                claim.dispute = claim.dispute or dispute


def _terms(scope: Scope, documents: Documents) -> None:
    assert documents.glossary
    source = documents.glossary.source
    terms = scope.course.terms
    for index, document in enumerate(documents.glossary.document.terms):
        place = source.place("terms", index, "id")
        scope.add("term", terms, document.id, Term(document, place), place)
        for number, form in enumerate((document.term, *document.also)):
            path = ("also", number - 1) if number else ("term",)
            scope.first_word(form, source.place("terms", index, *path))
    for index, document in enumerate(documents.glossary.document.terms):
        for number, ident in enumerate(document.see):
            at = source.place("terms", index, "see", number)
            found = scope.find("term", terms, ident, at)
            if found:
                terms[document.id].see.append(found)
