"""Programs with the mistakes that beginners make: where each goes wrong, and words of what is said about it.

`tests/runtime` reads them with the Python of this machine, `tests/browser` runs them where students do.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class WrongProgram:
    """A program, the line that the explanation is about, and pieces of the explanation (without its backticks)."""

    name: str
    source: str
    line: int
    words: tuple[str, ...]
    files: dict[str, str] = field(default_factory=dict)
    browser_only: bool = False  # older Pythons say it in other words


def _wrong(
    name: str, source: str, line: int, *words: str, browser_only: bool = False, **files: str
) -> WrongProgram:
    named = {path.replace("__", "."): text for path, text in files.items()}
    return WrongProgram(name, source, line, words, named, browser_only)


SYNTAX = (
    _wrong("colon", "for i in range(5)\n    print(i)\n", 1, "A colon : is missing", "for i in range(5):"),
    _wrong("colon and body", "x = 5\nif x > 3 print(x)\n", 2, "A colon : is missing"),
    _wrong("bracket", "print('a'\nprint('b')\n", 1, "round bracket ( was opened but never closed"),
    _wrong("bracket too many", "print('a'))\n", 1, "There is a ) too many"),
    _wrong("wrong bracket", "x = (1, 2]\n", 1, "] does not fit the bracket ("),
    _wrong("quote", "print('hello)\n", 1, "A quotation mark is missing"),
    _wrong("apostrophe", "print('It's late')\n", 1, "quotation mark is missing", "apostrophe"),
    _wrong("three quotes", 'x = """abc\nprint(x)\n', 1, "three quotes"),
    _wrong("assignment in if", "x = 1\nif x = 5:\n    pass\n", 2, "One = where two are needed"),
    _wrong("print of Python 2", 'print "hello"\n', 1, "print needs brackets", 'print("hello")'),
    _wrong("curly quotes", "print(“hi”)\n", 1, "not a quotation mark that Python knows"),
    _wrong("invisible space", "x =\u00a05\n", 1, "invisible character"),
    _wrong("indentation", "def f():\nprint(1)\n", 2, "After the function on line 1", "Move line 2"),
    _wrong("too far in", "x = 1\n  y = 2\n", 2, "indented too far"),
    _wrong("between levels", "if True:\n    x = 1\n  y = 2\n", 3, "between two levels"),
    _wrong("tabs", "if True:\n\tx = 1\n        y = 2\n", 3, "Tabs and spaces are mixed"),
    _wrong("keyword misspelt", "whille True:\n    pass\n", 1, "Did you mean while?"),
    _wrong("keyword in capitals", "For i in range(3):\n    pass\n", 1, "Did you mean for?", "small letters"),
    _wrong("import misspelt", "form math import sqrt\n", 1, "Did you mean from?"),
    _wrong("else alone", "x = 1\nelse:\n    pass\n", 2, "else has no if"),
    _wrong("else if", "x = 1\nif x:\n    pass\nelse if x > 1:\n    pass\n", 4, "elif"),
    _wrong("f-string", "name = 1\nprint(f'{name')\n", 2, "f-string", browser_only=True),
    _wrong("return", "x = 1\nreturn x\n", 2, "return stands outside a function"),
    _wrong("await", "async def g():\n    pass\n\ndef f():\n    await g()\n", 5, "not async"),
    _wrong("literal", "5 = x\n", 1, "cannot be given a new value"),
    _wrong("call", "f() = 3\n", 1, "The result of a function"),
    _wrong("defaults", "def f(a=1, b):\n    pass\n", 1, "default"),
    _wrong("comma", "print('a' 5)\n", 1, "comma is missing"),
    _wrong("value", "print(3 + )\n", 1, "Something is missing between + and )"),
    _wrong("words", "hello world\n", 1, 'print("hello world")'),
    _wrong("increment", "i = 1\ni++\n", 2, "Python has no ++"),
    _wrong("and", "if 1 && 2:\n    pass\n", 1, "Python writes and for &&"),
    _wrong("pip", "pip install numpy\n", 1, "Packages need no pip install here", "import numpy"),
    _wrong("prompt", ">>> print(1)\n", 1, ">>> does not belong to the program"),
    _wrong("keyword as a name", "class = 3\n", 1, "class is a word of the language"),
    _wrong("number as a name", "2nd = 5\n", 1, "neither a number nor a name"),
    _wrong("function word", "function f():\n    pass\n", 1, "Python says def, not function"),
    _wrong(
        "module of the project",
        "import shapes\n",
        1,
        "A colon : is missing",
        shapes__py="def area(r)\n    pass\n",
    ),
)
NAMES = (
    _wrong("name", "name = 'Ada'\nprint(nmae)\n", 2, "nmae is not defined. Did you mean name?"),
    _wrong("quotes", "print(Hello)\n", 1, "Are the quotes missing?", '"Hello"'),
    _wrong("import", "print(math.sqrt(2))\n", 1, "An import is missing", "import math"),
    _wrong(
        "self",
        "class Dog:\n    def __init__(self):\n        self.age = 3\n    def show(self):\n"
        "        print(age)\n\nDog().show()\n",
        5,
        "Did you mean self.age?",
    ),
    _wrong("later", "print(total)\ntotal = 5\n", 1, "used before it is made", "line 2"),
    _wrong(
        "in a function",
        "def f():\n    result = 5\n\nf()\nprint(result)\n",
        5,
        "only known inside the function f",
        "return result",
    ),
    _wrong(
        "global",
        "count = 0\ndef add():\n    count += 1\n\nadd()\n",
        3,
        "belongs to this function",
        "global count",
    ),
    _wrong("null", "x = null\n", 1, "Did you mean None?"),
)
TYPES = (
    _wrong("text and number", "age = 12\nprint('You are ' + age)\n", 2, "Text cannot be joined", "str(age)"),
    _wrong("input as a number", "age = '12'\nif age > 10:\n    pass\n", 2, "cannot be compared", "int(age)"),
    _wrong(
        "not a function",
        "numbers = [1, 2]\nprint(numbers(0))\n",
        2,
        "numbers is a list, so it cannot be called",
    ),
    _wrong("list hidden", "list = [1]\nprint(list('abc'))\n", 2, "list is not Python's function any more"),
    _wrong(
        "missing argument",
        "def greet(name, age):\n    pass\n\ngreet('Ada')\n",
        4,
        "greet() needs one more value: age",
    ),
    _wrong(
        "too many arguments",
        "def greet(name):\n    pass\n\ngreet('Ada', 5)\n",
        4,
        "greet() takes 1 value, but 2 were given",
    ),
    _wrong(
        "no self",
        "class Dog:\n    def bark():\n        pass\n\nDog().bark()\n",
        5,
        "has no self",
        "def bark(self):",
    ),
    _wrong("nothing", "def double(x):\n    print(2 * x)\n\nanswer = double(4) + 1\n", 4, "None", "return"),
    _wrong("sorted nothing", "names = ['b', 'a'].sort()\nprint(names[0])\n", 2, "names is None"),
    _wrong("number as a list", "age = 12\nprint(age[0])\n", 2, "age is a whole number"),
    _wrong(
        "text as a position", "names = ['a']\nprint(names['0'])\n", 2, "has to be a whole number", "int('0')"
    ),
    _wrong("list as a key", "d = {}\nd[[1, 2]] = 5\n", 2, "A list cannot be", "tuple"),
    _wrong("text changed", "word = 'abc'\nword[0] = 'x'\n", 2, "cannot be changed"),
    _wrong("loop over a number", "for i in 5:\n    pass\n", 1, "no items to go through", "range(5)"),
)
VALUES = (
    _wrong("int", "age = int('twelve')\n", 1, "'twelve' cannot become a whole number"),
    _wrong("int of a decimal", "age = int('3.5')\n", 1, "float(…)"),
    _wrong("unpack", "a, b = [1, 2, 3]\n", 1, "2 names are waiting for values"),
    _wrong("root", "import math\nmath.sqrt(-1)\n", 2, "no result for this number"),
    _wrong("zero", "count = 0\nprint(10 / count)\n", 2, "Division by zero: count is 0"),
    _wrong(
        "position",
        "numbers = [1, 2, 3]\nfor i in range(4):\n    print(numbers[i])\n",
        3,
        "numbers has no position 3",
        "It has 3 items",
    ),
    _wrong("empty list", "names = []\nprint(names[0])\n", 2, "names is empty"),
    _wrong(
        "key", "ages = {'Ada': 12}\nprint(ages['ada'])\n", 2, "ages has no key 'ada'. Did you mean 'Ada'?"
    ),
    _wrong("method", "names = ['a']\nnames.push('b')\n", 2, "A list has no push", "items.append(value)"),
    _wrong("method misspelt", "word = 'a'\nprint(word.uper())\n", 2, "Did you mean upper?"),
    _wrong(
        "attribute misspelt",
        "class Dog:\n    def __init__(self):\n        self.name = 'Rex'\n\nrex = Dog()\nprint(rex.nmae)\n",
        6,
        "rex has no nmae. Did you mean name?",
    ),
)
PLACES = (
    _wrong("module misspelt", "import nunpy\n", 1, "Did you mean numpy?"),
    _wrong(
        "own file hides a module",
        "import random\nprint(random.randint(1, 6))\n",
        2,
        "Your own file random.py hides Python's module random",
        random__py="x = 1\n",
    ),
    _wrong("name in a module", "from math import sqroot\n", 1, "The module math has no sqroot"),
    _wrong(
        "file",
        "print(open('Data.txt').read())\n",
        1,
        "There is no file Data.txt. Did you mean data.txt?",
        data__txt="1\n",
    ),
    _wrong(
        "recursion", "def fact(n):\n    return n * fact(n - 1)\n\nfact(5)\n", 2, "fact calls itself too often"
    ),
    _wrong("assert", "total = 3\nassert total == 4\n", 2, "total == 4 is not true", "total is 3"),
    _wrong("json", "import json\njson.loads(\"{'a': 1}\")\n", 2, "The text is not JSON: it breaks on line 1"),
    _wrong(
        "sqlite",
        "import sqlite3\ndb = sqlite3.connect(':memory:')\ndb.execute('SELECT * FROM pupils')\n",
        3,
        "The database has no table pupils",
    ),
    _wrong(
        "raised by the program",
        "def pay(sum):\n    if sum < 0:\n        raise ValueError('too small')\n\npay(-1)\n",
        3,
        "The program itself raised this ValueError",
        "too small",
    ),
    _wrong("next", "next(iter([]))\n", 1, "next asked for one more item"),
)
LEFT_OUT = (
    _wrong(
        "half a comparison",
        "x = 5\nif x > 3 and < 7:\n    pass\n",
        2,
        "After and the left side",
        "x > 3 and x < 7",
    ),
    _wrong(
        "no condition", "x = 1\nif x:\n    pass\nelif:\n    pass\n", 4, "elif has no condition", "write else:"
    ),
    _wrong("assignment after not", "x = 1\nif not x = 3:\n    pass\n", 2, "One = where two are needed"),
    _wrong("parted sign", "y = = 5\n", 1, "The two halves of == stand apart"),
    _wrong("path without quotes", "open(C:\\Users\\x.txt)\n", 1, "The name of a file needs quotes"),
    _wrong("dots", "for i in 0..5:\n    pass\n", 1, "no .. for counting", "range(5)"),
    _wrong("words without quotes", "print(hello world)\n", 1, "Are quotes missing around hello world?"),
    _wrong("half an import", "from math\n", 1, "from needs an import", "from math import"),
    _wrong("comparison for assignment", "x == 5\nprint(x)\n", 1, "== asks, a single = gives a value"),
    _wrong(
        "range without brackets",
        "for i in range 5:\n    pass\n",
        1,
        "brackets are missing after range",
        "range(5)",
    ),
    _wrong("then", "x = 9\nif x > 5 then:\n    pass\n", 2, "then"),
    _wrong("chain of equals", "x = 5\nif x === 3:\n    pass\n", 2, "==="),
    _wrong("greater the wrong way", "x = 5\nif x => 3:\n    pass\n", 2, ">="),
    _wrong("declared", "int x = 5\n", 1, "Python needs no int before a name"),
    _wrong("colon after else", "if 1 > 2:\n    pass\nelse\n    pass\n", 3, "A colon : is missing", "else:"),
)
OBJECTS = (
    _wrong(
        "init without self",
        "class Dog:\n    def __init__(name):\n        pass\n\nrex = Dog('Rex')\n",
        5,
        "__init__ of Dog has no self",
        "def __init__(self, …):",
    ),
    _wrong(
        "init with single underscores",
        "class Dog:\n    def _init_(self, name):\n        self.name = name\n\nrex = Dog('Rex')\n",
        5,
        "_init_ is written __init__",
    ),
    _wrong(
        "local in init",
        "class Dog:\n    def __init__(self):\n        name = 'Rex'\n\nrex = Dog()\nprint(rex.name)\n",
        6,
        "rex has no name",
        "self.name = …",
    ),
    _wrong("method of the type", "word = 'a'\nprint(str.upper())\n", 2, "not on a value", "name.upper()"),
    _wrong(
        "class without brackets",
        "class Pen:\n    def forward(self, steps):\n        pass\n\npen = Pen\npen.forward(10)\n",
        6,
        "pen is the class, not an object",
        "brackets",
    ),
    _wrong("article", "class Apple:\n    pass\n\nlen(Apple())\n", 4, "An Apple has no length"),
    _wrong("error that is none", "raise Error('no')\n", 1, "Did you mean Exception?"),
)
LIBRARIES = (
    _wrong(
        "now of the module", "import datetime\nprint(datetime.now())\n", 2, "Write datetime.datetime.now()."
    ),
    _wrong("clock", "import time\ntime.clock()\n", 2, "Write time.perf_counter()."),
    _wrong("round of math", "import math\nmath.round(2.5)\n", 2, "Write round(…)."),
    _wrong("upper case", "word = 'a'\nprint(word.uppercase())\n", 2, "Use text.upper()"),
    _wrong("separator", "print('a', 'b', sep=5)\n", 1, "sep= of print has to be text"),
    _wrong(
        "hash of a text",
        "import hashlib\nhashlib.md5('a')\n",
        2,
        "has to become bytes first",
        "text.encode()",
    ),
    _wrong(
        "hash that is not here",
        "import hashlib\nhashlib.new('sm4')\n",
        2,
        "no fingerprint sm4 here",
        "hashlib.sha256",
    ),
    _wrong(
        "number turned round",
        "reversed(123)\n",
        1,
        "no order that could be turned round",
        "str(number)[::-1]",
    ),
    _wrong("input without brackets", "age = int(input)\n", 1, "int was given a function", "int(input())"),
    _wrong("index of what is not there", "names = ['a']\nnames.index('b')\n", 2, "is not in the list"),
    _wrong("large division", "print(10 ** 400 / 3)\n", 1, "too large for a decimal number"),
    _wrong("length of a truth", "print(len(True))\n", 1, "True or False (bool) has no length"),
    _wrong("two names from a function", "a, b = input\n", 1, "A function of Python's cannot be divided"),
    _wrong("folder", "open('data/marks.txt')\n", 1, "There is no folder data"),
    _wrong(
        "written to a file that is read",
        "with open('main.py') as f:\n    f.write('a')\n",
        2,
        "open for reading",
    ),
    _wrong(
        "number written to a file",
        "with open('n.txt', 'w') as f:\n    f.write(5)\n",
        2,
        "Only text can be written",
    ),
    _wrong(
        "pairs of a dictionary",
        "d = {'x': 1}\nfor k, v in d:\n    pass\n",
        2,
        "for key, value in scores.items():",
    ),
    _wrong(
        "key as a number", "d = {1: 'x'}\nd['1']\n", 2, "Did you mean 1?", "one is text, the other a number"
    ),
    _wrong("tuple grown", "x = (1, 2)\nx.append(3)\n", 2, "A tuple has no append", "list"),
    _wrong("module called", "import random\nrandom(1, 6)\n", 2, "random is a module, not a function"),
)
# In the browser each of the first has a run of its own; the others are read there in one run.
SHOWN_PROGRAMS = (*SYNTAX, *NAMES, *TYPES, *VALUES, *PLACES)
READ_PROGRAMS = (*LEFT_OUT, *OBJECTS, *LIBRARIES)
WRONG_PROGRAMS = (*SHOWN_PROGRAMS, *READ_PROGRAMS)
