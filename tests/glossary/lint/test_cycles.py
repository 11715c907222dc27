from __future__ import annotations

from tests.glossary.lint.files import found


def test_two_files_that_send_each_other_round() -> None:
    assert found("cycles", "Kiev,Kyiv", "Kyiv,Kiev") == [
        "b:2: 'Kyiv' becomes 'Kiev' here, but 'Kiev' becomes 'Kyiv' in a.de-en.csv:2; decide"
    ]


def test_a_target_that_elsewhere_gives_way_to_the_source() -> None:
    files = (
        "Kiev,Kyiv,proper noun",
        "Kiew,Kiev,proper noun,n,preferred\nKiew,Kyiv,proper noun,n,deprecated",
    )
    assert found("cycles", *files) == [
        "b:3: 'Kyiv' gives way to 'Kiev' here, but 'Kiev' becomes 'Kyiv' in a.de-en.csv:2; decide"
    ]


def test_one_source_with_opposite_preferences_in_two_files() -> None:
    files = (
        "Mörder,killer,noun,m,preferred\nMörder,murderer,noun,m,deprecated",
        "Mörder,murderer,noun,m,preferred\nMörder,killer,noun,m,deprecated",
    )
    assert len(found("cycles", *files)) == 1


def test_longer_ways_round_are_found_once() -> None:
    (message,) = found("cycles", "a,b\nb,c\nc,d\nd,a\nx,a")
    assert message.startswith("a:5: 'd' becomes 'a' here, but 'a' becomes 'b' in line 2")


def test_words_that_give_way_to_each_other_for_different_sources_are_none() -> None:
    rows = (
        "Leiter,head,noun,m,preferred\nLeiter,leader,noun,m,forbidden\n"
        "Führer,leader,noun,m,preferred\nFührer,head,noun,m,forbidden"
    )
    assert found("cycles", rows) == []


def test_what_stays_as_it_is_is_none() -> None:
    assert found("cycles", "Bundestag,Bundestag,noun,m,keep-as-is") == []


def test_a_chain_of_many_rows_is_followed_to_its_end() -> None:
    rows = "\n".join(f"t{at},t{(at + 1) % 5_000}" for at in range(5_000))
    assert len(found("cycles", rows)) == 1
