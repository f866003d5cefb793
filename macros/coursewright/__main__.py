"""`python -m coursewright`."""

from coursewright.cli import main

main()
