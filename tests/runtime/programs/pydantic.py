"""Data that is checked."""

from pydantic import BaseModel, Field, ValidationError


class Student(BaseModel):
    name: str
    age: int = Field(ge=10, le=20)


print(Student(name="Ada", age="12"))
try:
    Student(name="Tom", age=7)
except ValidationError as error:
    print(error.errors()[0]["msg"])

# Prints:
# name='Ada' age=12
# Input should be greater than or equal to 10
