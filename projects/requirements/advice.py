"""What is known about packages by name: what people mean by a name, and what to use where a package cannot work."""

from difflib import get_close_matches

# The name to import is not always the name of the package.
MEANT = {
    "pil": "pillow", "cv2": "opencv-python", "sklearn": "scikit-learn", "bs4": "beautifulsoup4", "yaml": "pyyaml",
    "dateutil": "python-dateutil", "mpl-toolkits": "matplotlib", "skimage": "scikit-image", "docx": "python-docx",
    "serial": "pyserial", "dotenv": "python-dotenv", "attr": "attrs", "crypto": "pycryptodome", "usb": "pyusb",
    "pptx": "python-pptx", "slugify": "python-slugify", "matplotlib-pyplot": "matplotlib",
}  # fmt: skip

# Packages that lessons ask for, to guess from when a name is misspelt.
KNOWN = """
    arrow art asciimatics attrs bokeh boltons click colorama cowsay cycler dataclasses-json deepdiff emoji
    et-xmlfile faker flask folium fuzzywuzzy geopy graphviz hypothesis humanize inflect itsdangerous jinja2
    jsonschema langdetect markdown markupsafe mpmath more-itertools names natsort networkx nltk openpyxl passlib
    pendulum phonenumbers pint plotly prettytable prompt-toolkit pyfiglet pygments pyparsing pytest
    python-slugify pyyaml qrcode randomuser rich seaborn simpleeval simpy sortedcontainers sqlalchemy svgwrite
    tabulate termcolor textblob textdistance toolz toml tomli tqdm treelib typing-extensions unidecode wikipedia
    wonderwords wordcloud xlsxwriter xmltodict
""".split()  # noqa: SIM905 -- words are read more easily than a list of strings

DATABASE = "It talks to a database server, which a browser cannot; sqlite3 comes with Python and works here."
WINDOWS = "It opens windows, which a browser does not have; turtle and matplotlib draw here."
LEARNING = "scikit-learn works here for machine learning."
SOCKETS = (
    "It needs network sockets, which a browser does not have; requests works with servers that allow it."
)
DEVICES = "It needs the computer's own devices, which a browser keeps to itself."
# Where no browser will ever do, whether or not it can be installed.
HOPELESS = {
    "psycopg": DATABASE, "psycopg2": DATABASE, "psycopg2-binary": DATABASE, "mysqlclient": DATABASE,
    "mysql-connector-python": DATABASE, "pymysql": DATABASE, "pymongo": DATABASE, "redis": DATABASE,
    "paramiko": SOCKETS, "pyzmq": SOCKETS,
    "pyqt5": WINDOWS, "pyqt6": WINDOWS, "pyside6": WINDOWS, "wxpython": WINDOWS, "kivy": WINDOWS,
    "customtkinter": WINDOWS, "pysimplegui": WINDOWS,
    "pyautogui": DEVICES, "pynput": DEVICES, "pyserial": DEVICES, "pyaudio": DEVICES, "keyboard": DEVICES,
    "playsound": DEVICES, "rpi-gpio": DEVICES, "gpiozero": DEVICES, "pyttsx3": DEVICES,
}  # fmt: skip
INSTEAD = {
    "tensorflow": LEARNING, "keras": LEARNING, "torch": LEARNING, "torchvision": LEARNING, "jax": LEARNING,
    "xgboost": LEARNING, "opencv-python": "Pillow works here for pictures.", "pygame": WINDOWS, "pygame-ce": WINDOWS,
    "polars": "pandas works here for tables of data.", "numba": "numpy works here for fast sums.",
}  # fmt: skip


def meant(name: str, served: set[str]) -> str:
    """The package that somebody probably means by a normalised name that is on no index; empty without an idea."""
    if name in MEANT:
        return MEANT[name]
    close = get_close_matches(name, [*served, *KNOWN], n=1, cutoff=0.75)
    return close[0] if close else ""


def instead(name: str) -> str:
    """A sentence on what to use in place of a package; empty where nothing is known."""
    return HOPELESS.get(name) or INSTEAD.get(name, "")
