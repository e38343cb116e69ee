"""The least program of the same stack: one option, one model validated, one table printed."""

from decimal import Decimal
from typing import Annotated

import typer
from pydantic import BaseModel, ConfigDict
from tabulate import tabulate

app = typer.Typer(rich_markup_mode=None, add_completion=False)


class Rise(BaseModel):
    """A rise in per cent."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    percent: Decimal


@app.command()
def rise(inflation: Annotated[str, typer.Option(help="Per cent.")] = "10.1") -> None:
    """Print one figure in a table."""
    model = Rise.model_validate({"percent": inflation})
    print(tabulate([["percent", model.percent]], headers=["figure", "value"]))


if __name__ == "__main__":
    app()
