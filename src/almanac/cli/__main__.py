"""`python -m almanac.cli` does what `almanac` does."""

from almanac.cli import main

main()
