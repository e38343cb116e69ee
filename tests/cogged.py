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
