"""What cannot be read as an offer: the place it points at, and what it says to write there."""

# ruff: noqa: E501 - what is said stands on one line, below the text that it is said of

import time
from collections.abc import Iterator
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from payoffer.errors import ShorthandProblem
from payoffer.shorthand.likeness import looks_like_shorthand
from payoffer.shorthand.marks import LONGEST
from payoffer.shorthand.parser import read_shorthand
from tests.made import law

FILE = "leave it out if the offer is the same without it, or write the offer in a file, which payoffer new helps with"
JOIN = "write a comma for the next year, or + for the same one"
WHOLE = 'put the whole offer in quotes, such as "6%, 5.5%", or leave that out'
RISES = 'write the rises of each year, such as "6%, 5.5%"'
BATCH = "(in a batch file type %% for each %)"
QUOTES = 'quotes stand around the whole offer, and straight double ones: "6%, 5.5%"'

# Under each text a caret stands at the place; after that, what is said.
REFUSED = f"""
5.5 %%
     ^ there is one % too many: write 5.5%
6 5.5
^ 6 has neither % nor £: write 6% if it is a percentage {BATCH}
6%, 5.5
    ^ 5.5 has neither % nor £: write 5.5% if it is a percentage {BATCH}
10,1
^ 10,1 could be one figure or two years: write 10.1% or 10%, 1%
10,1%
^ 10,1 could be one figure or two years: write 10.1% or 10%, 1%
1,925
^ 1,925 has neither % nor £: write £1,925, or GBP 1925 where £ gets lost
40000
^ 40000 has neither % nor £: write £40,000, or GBP 40000 where £ gets lost, or --salary 40000 if it is your pay
abc%
^ the word "abc" cannot be read here: {FILE}
Final offer:
            ^ nothing is offered after the name: {RISES}
: 6%
^ a colon stands after a name or a day: write it as in Final offer: 6%, 4%
2022: 6%
    ^ a colon stands after a name or a day: write it as in Final offer: 6%, 4%
Offer 2 (6%): 6%
^ no rise begins here, and a name before a colon has no % or £ in it: leave that out of it
Offer: 6%: 5%
         ^ a colon stands after a name or a day alone: {JOIN}
6%,
  ^ it ends with a comma: {WHOLE}
6% +
   ^ it ends with a plus sign: {WHOLE}
6% &
   ^ it ends with &: {WHOLE}
+
^ it ends with a plus sign: {WHOLE}
6% then
       ^ a figure is missing at the end: write one, such as 5% or £1,925
6%,, 5%
   ^ no figure stands before this ,: write one, or leave the , out
6% + then 5%
     ^ the word "then" cannot be read here: {FILE}
£
^ no figure follows the pound sign: write it as in £1,925
% 5
^ no figure stands before %: write it as in 5%
five per cent
^ write the figure in digits, as in 5%
min £500
^ a limit needs the rise that it limits before it: write it as in 5% min £1,925
up to 5%
^ a limit needs the rise that it limits before it: write it as in 5% min £1,925
6% £500
   ^ nothing stands between the two figures: {JOIN}
6% / 5%
   ^ / does not join two rises: {JOIN}
6% - £500
  ^ the two figures of a range are both sums or both percentages: write + between them
6% - then
   ^ - does not join two rises: {JOIN}
6% form April 2022
   ^ "form" is no word for an offer here: did you mean from?
6% upflit
   ^ "upflit" is no word for an offer here: did you mean uplift?
6% paid
       ^ no day follows paid: write one, as in paid April 2023
6% @ work
   ^ the sign "@" cannot be read here: {FILE}
?1,925
^ a pound sign may have been lost here: write GBP 1925 or 1925 pounds
5%, ?500
    ^ a pound sign may have been lost here: write GBP 500 or 500 pounds
'6%
^ {QUOTES}
6%"
  ^ {QUOTES}
6% over £20,000
   ^ whose pay is it for? Write it as in on pay over £20,000
500%
^ 500% is more than any rise: write one up to 100%
£1,925,500
 ^ £1,925,500 is more than any rise: write one up to £1,000,000, and a comma with a space between two years
£1.925
^ the point in 1.925 could be that of thousands: write £1,925, or 192.5p an hour on 37 hours
5% min £1.925
       ^ the point in 1.925 could be that of thousands: write £1,925, or 192.5p an hour on 37 hours
£1,0000
^ the comma in £1,0000 is not one of thousands: write £10,000, or a sign with each figure if it is two years
£500,000,0000
         ^ 0000 has neither % nor £: write 0% if it is a percentage {BATCH}
£1,0000000
   ^ 0000000 has neither % nor £: write 0% if it is a percentage {BATCH}
50p
^ by what time do these pence go? Write 50p an hour on 37 hours, or £0.50 a year
4%, 50p to 60p
    ^ by what time do these pence go? Write 50p an hour on 37 hours, or £0.50 a year
5% min 50p
       ^ by what time do these pence go? Write 50p an hour on 37 hours, or £0.50 a year
nobody under 1250p
             ^ by what time do these pence go? Write 1,250p an hour on 37 hours, or £12.50 a year
€500
^ only £ is read here: write the sum in pounds, as in £1,925
£100 a week
     ^ a sum is not read by the week: write £5,200 a year if it is for 52 weeks, else the sum a year that it comes to
5% min £20 a week
           ^ a sum is not read by the week: write £1,040 a year if it is for 52 weeks, else the sum a year that it comes to
£10-£20 a week
        ^ a sum is not read by the week: write what it comes to in a year, as in £1,925 a year
£30/day
   ^ a sum is not read by the day: write what it comes to in a year, as in £1,925 a year
3% a month
   ^ a percentage does not go by the month: write that of each year, as in 6%, 5.5%
5% for 18 months
   ^ an offer's length is said by its last day: write it as in 5% from April 2023, until 30 September 2024
5% over 18 months
   ^ an offer's length is said by its last day: write it as in 5% from April 2023, until 30 September 2024
4% with a reopener in 2027
          ^ what may be asked for later cannot be typed in short: write the offer in a file, which payoffer new helps with
4% + 36 hour week
     ^ a week is no rise: for the week that sums by the hour are for write on 36 hours; a new full-time week is written in a file, as new_week
4%, 36 hour week
^ no sum goes by the hour here, so that a week changes nothing: leave it out; a new full-time week is written in a file, as new_week
5% 1 April 2023
   ^ a word is missing before the day: write from 1 April 2023
4 then 3
^ 4 has neither % nor £: write 4% if it is a percentage {BATCH}
£5%
  ^ this figure is both a sum and a percentage: leave one of the two signs out
1234567890123%
^ this figure has more than 12 digits: write fewer of them
4-3%
 ^ a range goes up: write 3% to 4%, or 4%, 3% if it is two years
5-3%
 ^ a range goes up: write 3% to 5%, or 5%, 3% if it is two years
£800-£500 a month
    ^ a range goes up: write £500 to £800 a month, or £800 a month, £500 a month if it is two years
£50 a month to £600 a year
           ^ the two sums of a range go by one time: write both by the year, the month or hour
3% to 3%
  ^ both figures of this range are one: write it once, or a comma between two years
3% to £500
  ^ the two figures of a range are both sums or both percentages: write + between them
between 3%
          ^ between which two figures? Write both, as in between 3% and 4%
6% and 5%
   ^ and could mean the next year or the same one: write a comma for the next, + for the same
£5 and £6
   ^ and could mean the next year or the same one: write a comma for the next, + for the same
£5 one-off and £6 one-off
           ^ and could mean the next year or the same one: write a comma for the next, + for the same
6% each year
   ^ for how many years? Write each year for 3 years, or leave each year out
6% a year for ten weeks
   ^ for how many years? Write a year for 3 years, or leave a year out
6% for 11 years
   ^ an offer in one line has at most 10 years: write it in a file
6% for 0 years
   ^ an offer in one line has at most 10 years: write it in a file
6% for 2 years + £500
               ^ a rise for several years stands alone in them: write out what is in each year
£500 + 6% for 2 years
     ^ a rise for several years stands alone in them: write out what is in each year
7% over two years
   ^ how is it split between the years? Write the rise of each, as in 4%, 3%
5% on top
^ on top of what? Write the rise below it first, as in 5% + 1% on top
2% + £500 + 3%
            ^ of what is this percentage? After a percentage and a sum write of pay on the day before, or on top for the pay with all that stands before it
5% of pay now
   ^ a rise is of the pay as it stands: leave this out, or write of pay on the day before
5% then 5% of pay before
           ^ before which rise? Write of pay on the day before, for the pay that this rise changes, or a day, as in of pay on 31 March 2022
1% one-off of pay on the day before
           ^ the day before what? Write of pay before the offer, or a day as in of pay on 31 March 2022
£500 of pay before
     ^ the word "of" cannot be read here: {FILE}
5% of gold
   ^ the word "of" cannot be read here: {FILE}
inflation + 1%
^ which index of prices? Write RPI, CPI or CPIH, as in RPI + 0.5%
5% min
      ^ no figure follows min: write it as in min £1,925
5% max 4%
       ^ the most of a percentage is a sum: write it as in max £4,000
£500 min £100 max 4%
                  ^ the most of a percentage is a sum: write it as in max £4,000
5% or £500
   ^ which of the two is meant? Write whichever is greater, or whichever is less, after them
5% or then
   ^ the word "or" cannot be read here: {FILE}
5% min £4,000 max £1,000
                  ^ the least of a rise is above its most: write the smaller sum after min
RPI min 3% min 4%
               ^ this limit is given twice: leave one of the two out
RPI min 9% max 3%
               ^ the least of a rise is above its most: write the smaller figure after min
6% up to £80,000
   ^ up to £80,000 could be the most of the rise, or the pay that it is for: write max £80,000 for the rise, or on pay up to £80,000 for the pay
50p an hour min £12 an hour
                ^ is £12 an hour the least of the rise, or of the pay? Write + nobody under £12 an hour
nobody under 5%
^ nobody under 5% needs a sum: write it as in nobody under £12 an hour
5% on pay over
              ^ no sum of pay follows: write it as in on pay over £20,000
5% on pay over 6%
               ^ the pay that a rise is for is a sum a year: write it as in on pay over £20,000
5% on pay over £1 over £2
                       ^ this limit is given twice: leave one of the two out
5% on pay over £9 under £8
^ no pay is within these limits: write the lower limit as pay_from or pay_over
50p an hour
^ a sum by the hour needs the full-time week: write it as in 50p an hour on 37 hours
£50 a month one-off
^ a one-off is one sum, not one by the month or hour: leave that out
5% from April
        ^ which year is this April in? Write it in four figures, as in April 2023
5% from 5 April 22
        ^ which year is this April in? Write it in four figures, as in 5 April 2023
5% from 2022
        ^ which day of 2022? Write it as in from April 2022
5% from
       ^ no day follows from: write one, as in from April 2023
5% in gold
   ^ the word "in" cannot be read here: {FILE}
6% and 5% from April 2023
^ another rise has a day: write this one's too, as in 6% from April 2022
5% from 01/04/2022
        ^ 01/04/2022 can be read in two ways: write the month in letters, as in 1 April 2022
5% from 31 April 2022
        ^ there is no 31 April 2022: write a day that is in the calendar
5% from 2022-13-01
        ^ there is no 2022-13-01: write a day that is in the calendar
5% from April 1066
        ^ 1066 is not from 1900 to 2100: write the year that is meant
5% from April 2022, 4% from April 2021
                       ^ this is before the rise that stands before it: turn them round
5% from April 2022, 4% from April 2022
                       ^ two rises of one day are joined by + or on top, not by a comma
5%, 4% from April 2022
^ another rise has a day: write this one's too, as in 6% from April 2022
5% in year 2, 4% from April 2022
   ^ another rise has a day: write this one's too, as in 6% from April 2022
4% in year 2, 5% in year 1
                 ^ this is before the rise that stands before it: turn them round
5% in year 11
^ an offer in one line has at most 10 years: write it in a file
5% from April 2022 paid March 2022
                   ^ this is paid before the day from which it counts: write a later day
5% + £500 one-off paid March 2022
                  ^ this is a day, but the rises have none: write theirs too, as in 5% from April 2022
£1,290 a year, paid December 2026
               ^ this is a day, but not the one from which the rise counts: add it, as in 5% from April 2022
5% one-off paid March 2022
^ of what is this percentage? Write of pay before, of pay now or of pay after the rise
5%, until March 2023
          ^ a last day needs a first one: write it as in 6% from April 2022, until May 2023
5% until then
         ^ no day follows until: write one, as in until 31 July 2024
5% from April 2022, until May 2023, 4%
                                  ^ the last day stands at the end of an offer: leave out what follows it
50p an hour on 500 hours
^ 500 is out of bounds: hours must be over 0 and at most 168
-100%
^ -100 is out of bounds: percent must be over -100 and at most 1,000
5% from April 2022, until May 2021
                          ^ the last day is before the last rise: write a later one
6% on pay up to £9 + 5% on pay up to £8
^ two terms are for the same pay (percent and percent): change the pay limits so that no pay is within both, or write the second as another [[award]]
"""


def refused() -> Iterator[tuple[str, int, str]]:
    lines = REFUSED.strip("\n").split("\n")
    for typed, pointed in zip(lines[::2], lines[1::2], strict=True):
        before, _, why = pointed.partition("^ ")
        yield typed, len(before), why


@pytest.mark.parametrize(("typed", "place", "why"), [*refused()], ids=[typed for typed, _, _ in refused()])
def test_what_cannot_be_read_is_pointed_at(typed: str, place: int, why: str) -> None:
    with pytest.raises(ShorthandProblem) as caught:
        read_shorthand(typed)
    assert (caught.value.typed, caught.value.place) == (typed, place)
    assert str(caught.value) == f"this offer cannot be read: {why}"


@pytest.mark.parametrize("typed", ["", " ", "\n", "()", ". .", "\u200b"])
def test_nothing_is_no_offer(typed: str) -> None:
    with pytest.raises(ShorthandProblem, match=r": nothing is written: write the rises of each year"):
        read_shorthand(typed)


def test_a_text_that_is_no_line_is_not_read() -> None:
    with pytest.raises(ShorthandProblem, match=r": this is too long for one line: write it in a file") as caught:
        read_shorthand("5%, " * 1000)
    assert caught.value.place == LONGEST
    with pytest.raises(ShorthandProblem, match="at most 10 years"):
        read_shorthand("5%, " * 11 + "5%")


# Whatever is typed

TOKENS = [
    *(
        "5%",
        "£500",
        "1,925",
        ",",
        " ",
        "+",
        "and",
        "then",
        "on top of",
        "on top",
        "RPI",
        "+ 0.5%",
        "between",
        "3",
        "to",
    ),
    *("-", "min", "max", "£", "%", "from", "April", "2022", "year", "2", "one-off", "of pay before", "until", "(", ")"),
    *(":", ";", "an hour", "37 hours", "paid", "already paid", "or", "whichever is greater", "for 3 years", "a year"),
    *(
        "on pay over",
        "£20,000",
        "up to",
        "nobody under",
        "k",
        "p",
        "'",
        '"',
        "\0",
        "\u00e9",
        "\uff12",
        "\u00bd",
        "\udcff",
    ),
]
texts = st.text(max_size=40) | st.lists(st.sampled_from(TOKENS), max_size=14).map(" ".join)


def problem_of(typed: str) -> ShorthandProblem | None:
    try:
        offer = read_shorthand(typed)
    except ShorthandProblem as problem:
        return problem
    assert offer.award or offer.lump_sum
    return None


@law
@given(texts)
def test_any_text_is_an_offer_or_is_refused_in_one_sentence_at_a_place_in_it(typed: str) -> None:
    problem = problem_of(typed)
    if problem:
        assert 0 <= problem.place <= len(typed)
        assert "\n" not in str(problem)


@pytest.mark.parametrize(
    "piece",
    [
        *("5%, on top of ", "5% on top of ", "5% + ", "5%, ", "or ", " ", "(", ",", "1", "5% and ", "x", "a:", "%"),
        *("1,111", "from ", "5% from April 2022, from April 2023, ", "-", "5% min £1 ", "RPI of ", "one-off ", "a "),
        *("5% paid April 2022, ", "year 1: ", "between 3% and ", "3-", "£", "GBP ", "1.1.", "[0-9]", "\u00fa"),
    ],
)
def test_no_text_takes_long(piece: str) -> None:
    typed = (piece * LONGEST)[: LONGEST - 4] + " 5%"
    begin = time.process_time()
    with suppress(ShorthandProblem):
        read_shorthand(typed)
    assert time.process_time() - begin < 1  # the slowest takes a tenth of that


# What is meant as shorthand


@pytest.mark.parametrize(
    "word",
    [
        *(
            "6%",
            "£500",
            "GBP 500",
            "6 per cent",
            "five per cent",
            "4 then 3",
            "€500",
            "6pc",
            "6 percent",
            "50p an hour",
            "2k",
            "500 pounds",
        ),
        *("6, 5.5", "6", "10,1", "6 5.5", "+", "&", "RPI", "rpi + 0.5", "CPIH of March", "Final offer:", "Offer: six"),
        *("\uff05", "\u00fa500", "6 , 5 ;"),
    ],
)
def test_what_looks_like_shorthand(word: str) -> None:
    assert looks_like_shorthand(word)


@pytest.mark.parametrize(
    "word",
    ["", "wales", "scotland-2023-03", "england-2023", "walse", "rpi-offer", "one-off", "6th-offer", "final offer", "."],
)
def test_what_does_not(word: str) -> None:
    assert not looks_like_shorthand(word)
