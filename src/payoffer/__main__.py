"""``python -m payoffer``, and what the installed command starts."""

import sys


def run() -> int:
    """Run the command line and return its exit code, also where Ctrl-C comes before the program is loaded."""
    try:
        from payoffer.cli.app import main  # noqa: PLC0415

        return main()
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(run())
