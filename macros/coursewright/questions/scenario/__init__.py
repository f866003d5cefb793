"""A branching case: situations, decisions and what comes of them."""

from coursewright.questions.scenario.model import ScenarioQuestion as Question

__all__ = ["Question"]
