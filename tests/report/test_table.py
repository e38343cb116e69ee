"""The page as text: no line wider than the medium, only characters of both old code pages, names that survive."""

import pytest
from inline_snapshot import snapshot

from payoffer.asked import Named
from payoffer.compare import Comparison
from payoffer.report import table
from payoffer.report.medium import Medium
from tests.asking import ask, award, flat, offer, one_off, paged, percent

APRIL_25, APRIL_26 = "2025-04-01", "2026-04-01"
HOUSE = "Tŷ'r Cymry"
LONG = "Non-consolidated-pay-arrangements-of-the-authority"


def own(number: int) -> Named:
    """One of eight offers that differ in every way a row can."""
    parts = [award(APRIL_25, percent(number - 1))]
    if number % 2:
        parts.append(award(APRIL_26, percent([number, number + 2])))
    if number % 3 == 0:
        parts.append(one_off(percent(1.5), of="unstated", covers=[APRIL_25, "2026-03-31"]))
    names = {2: HOUSE, 4: LONG[:28], 5: "A | pipe *and* <marks>"}
    return offer(f"offer-number-{number}", *parts, name=names.get(number, f"Offer number {number}"))


def several(count: int) -> Comparison:
    eight: list[Named | str] = ["wales", "scotland", *(own(number) for number in range(3, 9))]
    return ask(*eight[:count], inflation=[10.1, 4])


WIDTHS = [40, 60, 80, 200]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "cp850", "ascii"])
@pytest.mark.parametrize("count", [1, 2, 3, 8])
def test_no_line_is_wider_than_the_medium_and_every_character_survives(count: int, encoding: str) -> None:
    page = paged(several(count))
    for width in WIDTHS:
        text = table.text(page, Medium(width, encoding))
        assert max(map(len, text.splitlines())) <= width
        text.encode(encoding)
        assert not [line for line in text.splitlines() if line != line.rstrip()]


@pytest.mark.parametrize("count", [1, 2, 3, 8])
def test_tables_use_only_characters_of_both_old_code_pages(count: int) -> None:
    page = paged(several(count))
    for width in WIDTHS:
        lines = table.table(page, Medium(width))
        for code_page in ("cp1252", "cp850"):
            "\n".join(lines).replace("ŷ", "y").encode(code_page)


@pytest.mark.parametrize("name", [LONG, "x" * 200, "£" * 28, HOUSE, "a b " * 20])
def test_no_name_breaks_the_layout(name: str) -> None:
    named = offer(name.strip(), award(APRIL_25, percent(3)), name=name.strip())
    answer = ask(named, offer("b", award(APRIL_25, percent(4)), name=f"{name} again"), inflation=[3])
    for width in WIDTHS:
        for encoding in ("utf-8", "ascii"):
            text = table.text(paged(answer), Medium(width, encoding))
            assert max(map(len, text.splitlines())) <= width


def test_every_figure_is_there_in_every_width() -> None:
    """Whatever the layout, the words of each cell stand in it in their order."""
    page = paged(several(2))
    for width in WIDTHS:
        words = " ".join("\n".join(table.table(page, Medium(width))).split())
        for row in page.rows:
            for cell in row.cells:
                assert all(word in words for word in cell.split())


def test_offers_are_columns_where_they_fit() -> None:
    assert "\n".join(table.table(paged(ask("wales", "scotland")), Medium(80))) == snapshot("""\
                             Wales                   Scotland
                             rejected, Feb 2023      rejected, Feb 2023
---------------------------  ----------------------  --------------------
First year                   Sep 2022 to Aug 2023    Apr 2022 to Mar 2023
  rise in basic pay          6.5% to £42,600         6.0% to £42,400
  one-off, not in later pay  £600 to £639 (a)        none
  extra pay that year        £3,200 to £3,239        £2,400
Second year                  Sep 2023 to Aug 2024    Apr 2023 to Mar 2024
  rise in basic pay          not in this offer (b)   5.5% to £44,732
  extra pay that year        £2,600 if no rise       £4,732
Both years                   if no rise in Sep 2023
  extra pay                  £5,800 to £5,839        £7,132
    of which new, on a Yes   £1,800 to £1,839 (c)    £7,132\
""")


def test_where_pounds_are_spelled_out_the_columns_are_as_wide_as_that() -> None:
    found = table.table(paged(ask("wales", "scotland")), Medium(80, "ascii"))
    assert found[2:6] == snapshot(
        [
            "---------------------------  --------------------------  --------------------",
            "First year                   Sep 2022 to Aug 2023        Apr 2022 to Mar 2023",
            "  rise in basic pay          6.5% to GBP 42,600          6.0% to GBP 42,400",
            "  one-off, not in later pay  GBP 600 to GBP 639 (a)      none",
        ]
    )


def test_columns_are_narrowed_before_they_are_given_up() -> None:
    found = table.table(paged(ask("wales", "scotland")), Medium(70))
    assert found[:8] == snapshot(
        [
            "                             Wales              Scotland",
            "                             rejected, Feb      rejected, Feb",
            "                             2023               2023",
            "---------------------------  -----------------  ---------------",
            "First year                   Sep 2022 to Aug    Apr 2022 to Mar",
            "                             2023               2023",
            "  rise in basic pay          6.5% to £42,600    6.0% to £42,400",
            "  one-off, not in later pay  £600 to £639 (a)   none",
        ]
    )


def test_else_a_ranked_summary_and_a_block_an_offer() -> None:
    assert "\n".join(table.table(paged(ask("wales", "scotland", inflation=[10.1])), Medium(40))) == snapshot("""\
          Extra pay: first
          year
--------  ------------------
Wales     £3,200 to £3,239
Scotland  £2,400

Wales (rejected, Feb 2023)
-----------------------  -------------
First year               Sep 2022 to
                         Aug 2023
  rise in basic pay      6.5% to
                         £42,600
  one-off, not in later  £600 to £639
    pay                  (a)
  extra pay that year    £3,200 to
                         £3,239
  what basic pay buys    3.3% less
Second year              Sep 2023 to
                         Aug 2024
  rise in basic pay      not in this
                         offer (b)
  extra pay that year    £2,600 if no
                         rise
  what basic pay buys    -
Both years               if no rise in
                         Sep 2023
  extra pay              £5,800 to
                         £5,839
    of which new, on a   £1,800 to
      Yes                £1,839 (c)
  needed to keep up      £12,528
  short of keeping up    £6,689 to
                         £6,728
  real-terms value       -
Keeps up only if prices  by less than
  rise                   6.5%
-----------------------  -------------

Scotland (rejected, Feb 2023)
-----------------------  ------------
First year               Apr 2022 to
                         Mar 2023
  rise in basic pay      6.0% to
                         £42,400
  one-off, not in later  none
    pay
  extra pay that year    £2,400
  what basic pay buys    3.7% less
Second year              Apr 2023 to
                         Mar 2024
  rise in basic pay      5.5% to
                         £44,732
  extra pay that year    £4,732
  what basic pay buys    7.7% less
Both years
  extra pay              £7,132
    of which new, on a   £7,132
      Yes
  needed to keep up      £12,528
  short of keeping up    £5,396
  real-terms value       £4,588 less
                         (d)
Keeps up only if prices  by less than
  rise                   5.7% a year
-----------------------  ------------\
""")


def test_one_offer_needs_no_summary() -> None:
    found = table.table(paged(ask("scotland")), Medium(40))
    assert found[0] == "Scotland (rejected, Feb 2023)"


def test_the_summary_shows_as_many_columns_as_fit() -> None:
    page = paged(ask("england", "wales", "scotland"))

    def columns(width: int) -> int:
        return len(next(line for line in table.table(page, Medium(width)) if line.startswith("--")).split())

    assert [columns(width) for width in (40, 60, 80)] == [2, 3, 4]


def test_the_whole_page_in_order() -> None:
    """Titles, verdict, table, footnotes, remarks and the last lines, each from its own line on."""
    page = paged(ask("wales", "scotland", inflation=[10.1]))
    text = table.text(page, Medium(200))
    places = [
        text.index(part)
        for part in (page.titles[0], page.verdict[:60], "First year", "(a) The offer", page.remarks[0], page.ending[0])
    ]
    assert places == sorted(places)
    assert "\n\n  On the same £40,000" in text
    assert text.endswith(f"{page.ending[-1]}\n")


def test_without_a_verdict_no_line_is_left_for_it() -> None:
    text = table.text(paged(ask(offer("a", award(APRIL_25, flat(500))))), Medium(80))
    assert text.splitlines()[1:3] == ["", "                       a"]


def test_footnotes_hang_under_their_letters() -> None:
    lines = table.text(paged(ask("wales")), Medium(60)).splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith("(a)"))
    assert lines[start : start + 2] == [
        "(a) The offer does not say 1.5% of what: £600 of pay before,",
        "    £630 of pay now, £639 of pay after the rise.",
    ]
