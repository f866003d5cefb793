"""Sheets of paper for each module: handout, worksheet, answer key and cards to cut."""

from coursewright.exports.paper.printing import pdf
from coursewright.exports.paper.sheets import SHEETS, sheet
from coursewright.exports.paper.style import PAPERS, Paper

__all__ = ["PAPERS", "SHEETS", "Paper", "pdf", "sheet"]
