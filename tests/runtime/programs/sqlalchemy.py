"""Authors and their books as objects, kept in SQLite."""

from sqlalchemy import ForeignKey, create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Author(Base):
    __tablename__ = "author"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    books: Mapped[list["Book"]] = relationship(back_populates="author")


class Book(Base):
    __tablename__ = "book"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    author_id: Mapped[int] = mapped_column(ForeignKey("author.id"))
    author: Mapped[Author] = relationship(back_populates="books")


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    session.add(Author(name="Jane", books=[Book(title="Emma"), Book(title="Persuasion")]))
    session.commit()
    for book in session.scalars(select(Book).order_by(Book.title.desc())):
        print(book.title, "by", book.author.name)

file_engine = create_engine("sqlite:///library.db")
Base.metadata.create_all(file_engine)
with Session(file_engine) as session:
    session.add(Author(name="Michael"))
    session.commit()
    print(session.scalars(select(Author)).all()[-1].name)

# Files: library.db
# Prints:
# Persuasion by Jane
# Emma by Jane
# Michael
