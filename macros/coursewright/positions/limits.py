"""How much of everything a file may hold."""

MAX_BYTES = 2 * 1024 * 1024
MAX_DEPTH = 24
MAX_VALUES = 100_000
MAX_PROBLEMS = 100
"""Nobody mends more at once, and a hostile file could hold millions."""
