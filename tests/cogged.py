"""What the commands print, for the generated blocks of README.md and examples/README.md (``cog -I tests``)."""

import os
import subprocess
import sys


def payoffer(*words: str, folder: str = ".", prompt: bool = False) -> None:
    """Put the output of ``payoffer WORDS`` here, on 80 columns, below the command itself if ``prompt``."""
    import cog  # noqa: PLC0415 - it is there only while cog runs

    env = {**os.environ, "COLUMNS": "80", "PYTHONUTF8": "1"}
    run = subprocess.run(
        [sys.executable, "-m", "payoffer", *words], cwd=folder, env=env, check=True, stdout=subprocess.PIPE
    )
    kind, shown = ("console", f"$ payoffer {' '.join(words)}\n") if prompt else ("text", "")
    cog.outl(f"```{kind}\n{shown}{run.stdout.decode('utf-8').rstrip()}\n```")


def shorthand(*texts: str) -> None:
    """Put a table here of offers as they are typed in short, and what is read out of each."""
    import cog  # noqa: PLC0415 - it is there only while cog runs

    from payoffer.report.read_as import read_as  # noqa: PLC0415 - the other blocks have no need of it
    from payoffer.shorthand.parser import read_shorthand  # noqa: PLC0415

    cog.outl("| typed in quotes | read as |\n| --- | --- |")
    for text in texts:
        cog.outl(f"| `{text}` | {read_as(read_shorthand(text))} |")
