"""Lists as people have them: encodings, delimiters, quotes, headings, names; nothing of this touches a database."""

import codecs

import pytest

from accounts.enums import Column
from accounts.roster.columns import guess_columns, has_heading
from accounts.roster.decoding import decode, tidy
from accounts.roster.limits import BYTES, LINES, RosterError, check_lines
from accounts.roster.planning import _split
from accounts.roster.table import UNQUOTED, read_rows
from accounts.roster.usernames import UsernameMaker

NAMES = "Zoë Müller\r\nŁukasz Nowak\r\n"


def cells(text):
    """The cells of each row."""
    return [row.cells for row in read_rows(tidy(text))]


def columns(text):
    """What is guessed for each column, in short."""
    rows = read_rows(tidy(text))
    return " ".join(guess_columns(rows, has_heading(rows)))


@pytest.mark.parametrize(
    "data",
    [
        NAMES.encode(),
        codecs.BOM_UTF8 + NAMES.encode(),
        NAMES.encode("utf-16"),
        codecs.BOM_UTF16_BE + NAMES.encode("utf-16-be"),
        NAMES.encode("utf-16-le"),
        NAMES.encode("utf-16-be"),
        NAMES.replace("\r\n", "\r").encode(),
    ],
)
def test_every_usual_encoding_and_line_end_gives_the_same_text(data):
    assert decode(data) == "Zoë Müller\nŁukasz Nowak\n"


def test_what_is_no_utf_8_is_taken_for_windows_1252():
    assert decode("Zoë Müller, José – 5 €".encode("cp1252")) == "Zoë Müller, José – 5 €"


def test_invisible_characters_are_left_out_and_emoji_stay():
    assert tidy("A\0d\u202ea \u2066L\x07\ufeff 👩‍🚀") == "Ada L 👩‍🚀"


@pytest.mark.parametrize("give", [lambda: decode(b"x" * (BYTES + 1)), lambda: tidy("é" * BYTES)])
def test_more_than_a_megabyte_is_refused_in_a_sentence(give):
    with pytest.raises(RosterError, match="1 MB"):
        give()


def test_more_lines_than_the_limit_are_refused_with_their_number():
    check_lines(LINES)
    with pytest.raises(RosterError, match="This list has 2,001 lines"):
        check_lines(LINES + 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada\n\n  \nGrace\n", [("Ada",), ("Grace",)]),
        (
            "1. Ada Lovelace\n2) Grace Hopper\n• Alan Turing",
            [("Ada Lovelace",), ("Grace Hopper",), ("Alan Turing",)],
        ),
        ("Lovelace, Ada\nHopper, Grace", [("Lovelace, Ada",), ("Hopper, Grace",)]),
        ("Ada,Lovelace\nGrace,Hopper", [("Ada", "Lovelace"), ("Grace", "Hopper")]),
        ("Ada;Lovelace;;\nGrace;Hopper", [("Ada", "Lovelace"), ("Grace", "Hopper")]),
        ("Ada\tLovelace\n\t\nGrace\tHopper", [("Ada", "Lovelace"), ("Grace", "Hopper")]),
        ('"Lovelace, Ada",9C\n"O""Neil, Jo",9C', [("Lovelace, Ada", "9C"), ('O"Neil, Jo', "9C")]),
        ('Ada,"12 Long\nRoad"\nGrace,"7 Short\nLane"', [("Ada", "12 Long Road"), ("Grace", "7 Short Lane")]),
        ("sep=;\nAda;L, or M\nGrace;H", [("Ada", "L, or M"), ("Grace", "H")]),
        ('"Ada";"L" x\nB;C', [("Ada", "L x"), ("B", "C")]),
        ("Name;Login\nAda\nGrace\nAlan;alan", [("Name", "Login"), ("Ada",), ("Grace",), ("Alan", "alan")]),
        ("Ada\nGrace, H.\nAlan\nMary", [("Ada",), ("Grace, H.",), ("Alan",), ("Mary",)]),
        ("", []),
    ],
)
def test_rows_and_cells(text, expected):
    assert cells(text) == expected


def test_an_open_quotation_mark_is_that_lines_problem_alone():
    rows = read_rows('Ada,Lovelace\n"Grace,Hopper\nAlan,Turing\n' + "Mary,Shelley\n" * 9)

    assert [row.number for row in rows if row.fault] == [2]
    assert rows[1].fault == UNQUOTED
    assert rows[2].cells == ("Alan", "Turing")
    assert len(rows) == 12


def test_lines_keep_their_numbers_among_empty_ones():
    assert [row.number for row in read_rows("\nAda\n\n\nGrace")] == [2, 5]


def test_a_cell_of_a_megabyte_is_read():
    [row] = read_rows("x" * (BYTES - 10))

    assert len(row.cells[0]) == BYTES - 10


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada\nGrace", "name"),
        ("Ada Lovelace\nGrace Hopper", "name"),
        ("Ada,Lovelace\nGrace,Hopper", "first last"),
        ("Name\nAda", "name"),
        ("Name,Vorname,Klasse\nMüller,Jörg,9C", "last first leave-out"),
        ("Nachname;Vorname;E-Mail\nMüller;Jörg;j@x.example", "last first leave-out"),
        ("No\tFirst Name\tSurname\tUsername\n1\tAda\tLovelace\tada", "leave-out first last username"),
        ("Prénom;Nom de famille\nZoë;Dupont", "first last"),
        ("ÉLÈVE;IDENTIFIANT\nZoë Dupont;zdupont", "name username"),
        ("Apellidos;Nombre\nGarcía;José", "last first"),
        ("ada.l,Ada Lovelace\ngrace.h,Grace Hopper", "username name"),
        ('"Lovelace, Ada",9C,ada@x.example\n"Hopper, Grace",9C,g@x.example', "name leave-out leave-out"),
        ("Ada,Lovelace,2010-01-02\nGrace,Hopper,2010-03-04", "first last leave-out"),
        ("First name,First name,Last name\nA,B,C", "first leave-out last"),
    ],
)
def test_columns_are_guessed(text, expected):
    assert columns(text) == expected


def test_a_column_always_holds_a_name():
    for text in ("1,2\n3,4", "x@y.example\nz@y.example", "E-Mail,Class\nx@y.example,9C"):
        assert set(columns(text).split()) & {Column.NAME, Column.FIRST, Column.LAST, Column.USERNAME}, text


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Ada Lovelace", ("Ada", "Lovelace")),
        ("Lovelace, Ada", ("Ada", "Lovelace")),
        ("Ada", ("Ada", "")),
        ("Anna Maria van der Berg", ("Anna Maria van der", "Berg")),
        ("Martin King, Jr.", ("Martin King,", "Jr.")),
        (", Ada", (",", "Ada")),
    ],
)
def test_first_and_last_names(name, parts):
    assert _split(name) == parts


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("Ada", "Lovelace", "ada.l"),
        ("Anna Maria", "van der Berg", "anna.v"),
        ("Jörg", "Müller", "joerg.m"),
        ("Zoe\u0308", "Åberg", "zoe.a"),
        ("Łukasz", "Ñandú", "lukasz.n"),
        ("Иван", "Петров", "ivan.p"),
        ("Γιώργος", "", "giorgos"),
        ("O'Neil", "", "oneil"),
        ("🙂", "Bob", "bob"),
        ("刘", "伟", "student1"),
        ("渡辺", "Anna", "anna"),
        ("Wolfeschlegelsteinhausen", "B", "wolfeschlegelste.b"),
        ("=cmd|' /C calc'!A0", "", "cmd"),
    ],
)
def test_user_names_can_be_typed_by_a_child(first, last, expected):
    assert UsernameMaker(set()).make(first, last) == expected


def test_user_names_are_counted_up_past_those_that_are_taken():
    maker = UsernameMaker({"ada.l", "ada.l3", "student1"})

    assert [maker.make("Ada", "L") for _ in range(3)] == ["ada.l2", "ada.l4", "ada.l5"]
    assert maker.make("伟", "") == "student2"
