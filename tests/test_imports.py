"""What a command may load and open: measured in a process of its own, so that nothing is there yet."""

import json
import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

import payoffer

HEAVY = {"pydantic", "tabulate", "typer"}
NEVER = {"asyncio", "click", "http", "jsonschema", "rich", "ssl"}

PROBE = """
import json, os, sys

before, opened, sockets = set(sys.modules), [], []

def notice(event, args):
    if event == "open" and isinstance(args[0], (str, bytes, os.PathLike)):
        opened.append(os.fsdecode(args[0]))
    elif event.startswith("socket."):
        sockets.append(event)

sys.addaudithook(notice)
code = 0
{statement}
loaded = sorted({{name.partition(".")[0] for name in set(sys.modules) - before}})
sys.stdout.flush()
print(json.dumps([code, loaded, opened, sockets]), file=sys.stderr)
"""


class Traces(NamedTuple):
    """What a process left behind: exit code, output, packages loaded, files and sockets opened."""

    code: int
    out: str
    loaded: set[str]
    opened: set[Path]
    sockets: list[str]

    def bundled(self, suffix: str) -> set[str]:
        """Return the names of the files of the package's own data, of one kind, that were opened."""
        data = Path(payoffer.__file__).with_name("data")
        return {file.name for file in self.opened if file.suffix == suffix and file.is_relative_to(data)}


def trace(statement: str) -> Traces:
    """Run one statement in a bare process; measuring coverage there would load modules of its own."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
    done = subprocess.run(
        [sys.executable, "-c", PROBE.format(statement=statement)],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env=env | {"PYTHONUTF8": "1"},
    )
    assert done.returncode == 0, done.stderr
    code, loaded, opened, sockets = json.loads(done.stderr.splitlines()[-1])
    return Traces(code, done.stdout, set(loaded), {Path(name).resolve() for name in opened}, sockets)


def command(*argv: str) -> str:
    """Return the statement that runs the command in the probe."""
    return f"from payoffer.cli.app import main; code = main({list(argv)!r})"


def test_importing_the_package_loads_no_dependency() -> None:
    traces = trace("import payoffer")
    assert "payoffer" in traces.loaded
    assert not traces.loaded & (HEAVY | NEVER)


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_load_neither_models_nor_tables(option: str) -> None:
    traces = trace(command(option))
    assert traces.code == 0
    assert traces.out
    assert not traces.loaded & (NEVER | {"pydantic", "tabulate"})
    assert not traces.bundled(".toml")


def test_comparing_two_offers_opens_those_two_and_nothing_else() -> None:
    traces = trace(command("compare", "wales", "scotland", "--inflation", "10.1"))
    assert traces.code == 0
    assert traces.out
    assert traces.bundled(".toml") == {"wales.toml", "scotland.toml"}
    assert not traces.bundled(".csv")
    assert not traces.loaded & NEVER
    assert not traces.sockets


@pytest.mark.parametrize(("offer", "loads"), [("scotland", False), ("6%, 5.5%", True)])
def test_shorthand_is_loaded_only_for_what_is_no_offers_name(offer: str, *, loads: bool) -> None:
    counted = "; code += 10 * ('payoffer.shorthand' in sys.modules)"
    assert trace(command("compare", "wales", offer) + counted).code == 10 * loads


@pytest.mark.parametrize(("option", "loads"), [([], False), (["--take-home"], True)])
def test_tax_rules_are_loaded_only_for_take_home_pay(option: list[str], *, loads: bool) -> None:
    counted = "; code += 10 * ('payoffer.takehome' in sys.modules)"
    assert trace(command("points", "wales", *option) + counted).code == 10 * loads


def test_a_series_is_read_only_where_it_is_named() -> None:
    traces = trace(command("compare", "scotland", "--inflation", "cpi"))
    assert traces.bundled(".csv") == {"cpi.csv", "series.csv"}


def test_the_probe_sees_a_module_a_file_and_a_socket() -> None:
    offer = Path(payoffer.__file__).with_name("data") / "offers" / "wales.toml"
    traces = trace(f"import asyncio; open({str(offer)!r}).close(); asyncio.new_event_loop().close()")
    assert "asyncio" in traces.loaded
    assert traces.bundled(".toml") == {"wales.toml"}
    assert traces.sockets


def test_no_test_can_open_a_socket() -> None:
    with pytest.raises(pytest.fail.Exception, match="a socket was opened"):
        socket.socket()
