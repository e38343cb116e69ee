"""Letters are cut into sentences, lists and tables, each under the heading that governs it."""

import time

from payoffer.reading.contexts import contexts
from payoffer.reading.figures import figures
from payoffer.reading.sentences import LONGEST, sentences


def cut(text: str) -> list[tuple[str, str, str]]:
    """Return each sentence with its kind and heading."""
    return [
        (
            part.kind,
            text[part.start : part.end],
            text[part.heading[0] : part.heading[1]] if part.heading[0] >= 0 else "",
        )
        for part in sentences(text)
    ]


def test_prose_is_cut_at_stops_and_not_at_the_ends_of_lines() -> None:
    text = "The firm has now offered five per cent on all\nrates of pay from April. No. 10 agreed, Mr. Lee said. Good."
    assert [words for _, words, _ in cut(text)] == [
        "The firm has now offered five per cent on all\nrates of pay from April.",
        "No. 10 agreed, Mr. Lee said.",
        "Good.",
    ]


def test_a_list_stands_under_the_line_above_it() -> None:
    text = "We offer the following:\n\n- 5% from April\n* 2% in May\n(a) £500\n1. A day. And a night.\n\nThat is all."
    assert cut(text) == [
        ("heading", "We offer the following:", ""),
        ("item", "- 5% from April", "We offer the following:"),
        ("item", "* 2% in May", "We offer the following:"),
        ("item", "(a) £500", "We offer the following:"),
        ("item", "1. A day.", "We offer the following:"),
        ("item", "And a night.", "We offer the following:"),
        ("prose", "That is all.", ""),
    ]


def test_a_list_after_a_sentence_stands_under_the_sentence_or_the_title() -> None:
    assert cut("They said this of it. It is:\n- 5%")[-1][2] == "They said this of it. It is:"
    assert cut("The offer\n\nIt came on a Monday, after talks.\n- 5%")[-1][2] == "The offer"
    assert cut("It came on a Monday, after talks.\n- 5%")[-1][2] == "It came on a Monday, after talks."
    assert cut("It came on a Monday, after talks.\n\nAnd it stayed for long.\n- 5%")[-1][2] == "And it stayed for long."


def test_an_answer_stands_under_its_question_and_prose_under_nothing_else() -> None:
    text = "What is offered?\nIt is 5%.\n\nOur view\n\nIt is little."
    assert cut(text) == [
        ("heading", "What is offered?", ""),
        ("prose", "It is 5%.", "What is offered?"),
        ("heading", "Our view", ""),
        ("prose", "It is little.", ""),
    ]
    assert cut("1. What is it?\nA: 5%, no more.")[1] == ("item", "A: 5%, no more.", "1. What is it?")


def test_a_short_line_ends_what_it_says() -> None:
    assert [words for _, words, _ in cut("Basic pay, 5%\nBonus, £100\nand nothing else,\nreally")] == [
        "Basic pay, 5%",
        "Bonus, £100\nand nothing else,\nreally",
    ]


def test_a_sentence_without_end_is_cut() -> None:
    assert [part.end - part.start for part in sentences("a" * (2 * LONGEST + 5))] == [LONGEST, LONGEST, 5]


def seen(text: str) -> list[str]:
    return [context.clause for context in contexts(text, figures(text), sentences(text))]


def test_a_figure_in_a_table_is_seen_under_the_head_of_its_column() -> None:
    text = "Offers so far\n\nYear | Offer | RPI\n2021 | 1.5% | 3.8%\n2022 | 2%\n"
    assert seen(text) == ["offer: @", "rpi: @", "2022 | @"]
    assert seen("Grade   Now   Rise\nA       £10   up 5% more\n") == ["now: @", "rise: up @ more"]
    assert seen("A | 5%\n\nB | 6%\n") == ["a | @", "b | @"]


def test_columns_end_with_their_table() -> None:
    assert seen("Year | Offer\n2021 | 1%\n\nThen came this to all of us.\n\n2022 | 2%") == ["offer: @", "2022 | @"]


def test_a_clause_ends_where_the_contrast_begins() -> None:
    assert seen("They want 15%, but the firm has gone to 9%; so be it.") == ["they want @", "the firm has gone to @"]


def test_time_grows_no_faster_than_the_text() -> None:
    for piece in ("a ", "£1 ", "- ", "Yes. ", "x\n", "(", "5% and "):
        start = time.process_time()
        sentences(piece * 40_000)
        figures(piece * 40_000)
        assert time.process_time() - start < 20
