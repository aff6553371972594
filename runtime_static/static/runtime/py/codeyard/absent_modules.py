"""Modules that a program in a browser cannot have, by the name that is imported: why, and what to use instead.

The table counts where nobody else has the module: neither Python, nor a package of this server, nor the project.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Absence:
    """Why something is not to be had in a browser, and what to use instead: a sentence each."""

    why: str
    instead: str

    @property
    def sentence(self) -> str:
        """Both, as they stand in the message of the error."""
        return f"{self.why} {self.instead}"


_GROUPS: tuple[tuple[str, str, str], ...] = (
    (
        "tkinter Tkinter _tkinter customtkinter ttkbootstrap easygui PySimpleGUI FreeSimpleGUI idlelib PyQt5 PyQt6 "
        "PySide2 PySide6 wx kivy kivymd gi guizero dearpygui toga vpython",
        "it opens windows, which needs a desktop.",
        "To draw, use turtle, matplotlib or Pillow. To talk to people, use input() and print().",
    ),
    (
        "pygame pgzrun pgzero pygame_menu arcade pyglet ursina panda3d direct",
        "it draws games in a window, which needs a desktop.",
        "Use turtle: it draws live and knows keys, clicks and timers.",
    ),
    (
        "curses _curses blessed termios tty pty getch readchar inquirer questionary prompt_toolkit simple_term_menu",
        "it needs a terminal that sends each key, and the console here sends whole lines.",
        "Use input() and print(), or turtle for keys.",
    ),
    (
        "msvcrt winreg _winapi win32api win32con win32gui win32com wmi",
        "it belongs to Windows, and this is a browser.",
        "Use input() to wait for a line, or turtle for single keys.",
    ),
    (
        "fcntl resource grp pwd spwd nis syslog _posixsubprocess",
        "it speaks to a Unix system, and this is a browser.",
        "Leave it out.",
    ),
    (
        "winsound playsound pyaudio sounddevice simpleaudio pyttsx3 vlc pydub gtts",
        "programs cannot play sound here.",
        "Write a sound file with wave, and download it from the file panel.",
    ),
    (
        "RPi gpiozero picamera picamera2 sense_hat smbus smbus2 spidev pigpio microbit machine utime network board "
        "digitalio neopixel",
        "it needs the pins of a small computer, and a browser has none.",
        "Run the program on the board itself.",
    ),
    (
        "serial usb bluetooth bleak pyfirmata speech_recognition psutil",
        "a browser gives programs no devices.",
        "Read what a device has measured from a file of the project.",
    ),
    (
        "cv2 moviepy mediapipe face_recognition",
        "it is made for cameras and films, which a program in a browser cannot reach.",
        "For pictures, use Pillow and numpy.",
    ),
    (
        "psycopg2 psycopg pymysql MySQLdb mysql mariadb oracledb cx_Oracle pymongo redis pyodbc",
        "it connects to a database server, which a browser does not allow.",
        "Use sqlite3.",
    ),
    (
        "paramiko fabric aiohttp websocket websockets scapy discord telegram telebot tweepy pexpect telnetlib3 zmq "
        "grpc _ssl",
        "it needs network connections that a browser does not allow.",
        "To read from the web, use requests.",
    ),
    (
        "flask django fastapi uvicorn bottle tornado streamlit gunicorn dash gradio nicegui flet",
        "nobody can connect to a program in a browser.",
        "Call the functions of your program directly, and print what they give.",
    ),
    (
        "pip ensurepip venv virtualenv conda PyInstaller",
        "packages need no installing here.",
        "Write import and the name; further packages go into a file requirements.txt, one name a line.",
    ),
    (
        "pyautogui pynput keyboard mouse pyperclip",
        "a program cannot press keys or move the mouse of your computer here.",
        "For keys and clicks, use turtle.",
    ),
    (
        "tensorflow torch torchvision keras transformers jax",
        "it is too large for a browser.",
        "For machine learning, use sklearn.",
    ),
    (
        "spacy gensim",
        "it needs models of languages that are too large for a browser.",
        "For words in a text, use re, str.split and collections.Counter.",
    ),
    (
        "plotly bokeh altair folium",
        "its charts need a web page of their own.",
        "For charts, use matplotlib or seaborn.",
    ),
    (
        "IPython ipywidgets notebook jupyter",
        "it belongs to notebooks, and this is a program.",
        "Use print(), and plt.show() for charts.",
    ),
    (
        "selenium playwright scrapy pyppeteer",
        "it drives another browser or a crawler, which a program in a browser cannot.",
        "Use requests and bs4 to read pages.",
    ),
    (
        "_multiprocessing _posixshmem ray dask",
        "a browser gives a program one process.",
        "Do the work in a loop.",
    ),
    (
        "imp asyncore asynchat distutils cgi cgitb crypt imghdr sndhdr lib2to3 nntplib pipes smtpd telnetlib",
        "it has been removed from Python.",
        "Look for its successor in Python's documentation.",
    ),
    (
        "readline",
        "the console here remembers nothing that was typed.",
        "Leave the import out: input() works without it.",
    ),
)
MODULES: dict[str, Absence] = {
    name: Absence(why, instead) for names, why, instead in _GROUPS for name in names.split()
}
