"""Words that only the repository's own course would use."""

import re

SUBJECT = re.compile(
    r"(?i:obsess|\bcustomers?\b|\blevers?\b|forrester|playvox|techtarget|onmessage|vanboskirk"
    r"|bezos|amazon|zappos)|\bCMOs?\b|\bCX\b"
)
