"""``python -m payoffer``."""

from payoffer.cli.app import run

run()
