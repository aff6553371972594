"""What stands in which column: by its heading in several languages, else by what it holds."""

import re
import unicodedata
from collections.abc import Sequence

from accounts.enums import Column
from accounts.roster.table import Row

_HEADINGS: dict[Column, str] = {
    Column.NAME: """
        name, full name, student, student name, pupil, pupil name, display name, learner,
        vollständiger name, schüler, schülerin, schüler/in, nachname vorname, name vorname,
        nom complet, nom et prénom, élève, nombre completo, nombre y apellidos, alumno, alumna, estudiante,
        nome completo, nome e cognome, cognome e nome, aluno, alunno, studente, naam, volledige naam, leerling,
        navn, namn, fullt navn, elev, imię i nazwisko, uczeń, jméno a příjmení, nimi, adı soyadı, ad soyad""",
    Column.FIRST: """
        first name, firstname, first, given name, given names, forename, forenames, christian name, preferred name,
        vorname, vornamen, rufname, prénom, prenom, prénoms, nombre, nombres, nome, nome próprio, primeiro nome,
        voornaam, roepnaam, fornavn, förnamn, tilltalsnamn, etunimi, imię, imie, jméno, keresztnév, prenume, ad, adı""",
    Column.LAST: """
        last name, lastname, last, surname, family name, familyname, nachname, familienname, zuname,
        nom, nom de famille, apellido, apellidos, cognome, apelido, sobrenome, achternaam,
        etternavn, efternavn, efternamn, sukunimi, nazwisko, příjmení, vezetéknév, nume, soyad, soyadı""",
    Column.USERNAME: """
        user name, username, user, login, login name, user id, userid, account, sam account name, samaccountname,
        benutzername, benutzer, anmeldename, kennung, nom d'utilisateur, identifiant, utilisateur,
        nombre de usuario, usuario, nome utente, utente, nome de usuário, usuário, utilizador,
        gebruikersnaam, gebruiker, brukernavn, brugernavn, användarnamn, käyttäjätunnus, nazwa użytkownika,
        uživatelské jméno, kullanıcı adı""",
    Column.LEAVE_OUT: """
        e-mail, email, mail, e-mail address, email address, class, klasse, classe, clase, klas, group, gruppe, form,
        year, grade, id, student id, number, no, nr, nummer, numéro, date of birth, birthday, birth date, dob,
        geburtsdatum, date de naissance, gender, sex, geschlecht, sexe, phone, telefon, téléphone, address, adresse""",
}
_WORD = re.compile(r"[^\W\d_]")
_USERNAME = re.compile(r"(?=.*[a-z])[a-z0-9][a-z0-9._-]{2,}")
_LOOKED_AT = 100


def _key(text: str) -> str:
    """A heading as it is compared: no accents, case, or what stands between words."""
    plain = "".join(
        one for one in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(one)
    )
    return re.sub(r"[\W_]+", " ", plain).strip()


_KNOWN = {_key(word): kind for kind, words in _HEADINGS.items() for word in words.split(",")}


def has_heading(rows: Sequence[Row]) -> bool:
    """Whether the first row names columns: all that stands there is known, or half of it and a name among that."""
    cells = [cell for cell in rows[0].cells if cell] if rows else []
    known = [_KNOWN[_key(cell)] for cell in cells if _key(cell) in _KNOWN]
    if not known or all(kind == Column.LEAVE_OUT for kind in known):
        return False
    return len(known) * 2 >= len(cells)


def guess_columns(rows: Sequence[Row], heading: bool) -> list[Column]:
    """What each column holds, as far as can be told; one of them is always a name or a user name."""
    width = max((len(row.cells) for row in rows), default=0)
    named = list(rows[0].cells) if heading and rows else []
    body = [row.cells for row in rows[1 if heading else 0 :]][:_LOOKED_AT]
    kinds: list[Column | None] = [
        _KNOWN.get(_key(named[place])) if place < len(named) else None for place in range(width)
    ]
    kinds = _each_once(kinds)
    if not any(kind in (Column.NAME, Column.FIRST, Column.LAST, Column.USERNAME) for kind in kinds):
        kinds = _by_content(kinds, [_values(body, place) for place in range(width)])
    found = [kind or Column.LEAVE_OUT for kind in kinds]
    return _where_name_is_half(found)


def _values(body: Sequence[Sequence[str]], place: int) -> list[str]:
    return [cells[place] for cells in body if place < len(cells) and cells[place]]


def _each_once(kinds: Sequence[Column | None]) -> list[Column | None]:
    """The first column of a kind has it; a second one is left out."""
    return [
        Column.LEAVE_OUT if kind in kinds[:place] and kind is not None else kind
        for place, kind in enumerate(kinds)
    ]


def _where_name_is_half(kinds: list[Column]) -> list[Column]:
    """`Name, Vorname`: beside a first name, a name is the last name."""
    if Column.NAME in kinds and Column.FIRST in kinds and Column.LAST not in kinds:
        return [Column.LAST if kind == Column.NAME else kind for kind in kinds]
    return kinds


def _by_content(kinds: Sequence[Column | None], columns: Sequence[Sequence[str]]) -> list[Column | None]:
    """Two columns of single words are first and last name, one of several words is a name."""
    places = [place for place, kind in enumerate(kinds) if kind is None and _are_names(columns[place])]
    found = list(kinds)
    full = next((place for place in places if _have_two_words(columns[place])), None)
    if full is not None:
        found[full] = Column.NAME
    elif len(places) >= 2:
        found[places[0]], found[places[1]] = Column.FIRST, Column.LAST
    elif columns:
        first = places[0] if places else 0
        found[first] = Column.NAME
    for place, values in enumerate(columns):
        if found[place] is None and _are_usernames(values):
            found[place] = Column.USERNAME
            break
    return found


def _are_names(values: Sequence[str]) -> bool:
    """Letters without digits and `@`, not all in small ones, and seldom the same."""
    if not values or len(set(values)) < 0.3 * len(values):
        return False
    names = [value for value in values if _WORD.search(value) and not re.search(r"[\d@]", value)]
    return (len(names) >= 0.8 * len(values) and any(value != value.lower() for value in names)) or (
        len(names) == len(values) and not _are_usernames(values)
    )


def _have_two_words(values: Sequence[str]) -> bool:
    return sum(" " in value for value in values) >= 0.6 * len(values)


def _are_usernames(values: Sequence[str]) -> bool:
    """Small letters, digits and dots, each once."""
    return (
        bool(values) and len(set(values)) == len(values) and all(_USERNAME.fullmatch(one) for one in values)
    )
