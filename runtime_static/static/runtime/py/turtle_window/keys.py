"""Names of keys: X11's keysyms, as `onkey` takes them."""

import difflib

from turtle_window.errors import TclError

# Characters whose keysym is not the character itself (X11, keysymdef.h).
PUNCTUATION = {
    " ": "space",
    "!": "exclam",
    '"': "quotedbl",
    "#": "numbersign",
    "$": "dollar",
    "%": "percent",
    "&": "ampersand",
    "'": "apostrophe",
    "(": "parenleft",
    ")": "parenright",
    "*": "asterisk",
    "+": "plus",
    ",": "comma",
    "-": "minus",
    ".": "period",
    "/": "slash",
    ":": "colon",
    ";": "semicolon",
    "<": "less",
    "=": "equal",
    ">": "greater",
    "?": "question",
    "@": "at",
    "[": "bracketleft",
    "\\": "backslash",
    "]": "bracketright",
    "^": "asciicircum",
    "_": "underscore",
    "`": "grave",
    "{": "braceleft",
    "|": "bar",
    "}": "braceright",
    "~": "asciitilde",
}
NAMED = """
    Up Down Left Right Return Escape Tab BackSpace Delete Insert Home End Prior Next Pause Print Menu Caps_Lock Num_Lock
    Scroll_Lock Shift_L Shift_R Control_L Control_R Alt_L Alt_R Meta_L Meta_R Super_L Super_R ISO_Level3_Shift
    F1 F2 F3 F4 F5 F6 F7 F8 F9 F10 F11 F12 KP_0 KP_1 KP_2 KP_3 KP_4 KP_5 KP_6 KP_7 KP_8 KP_9 KP_Add KP_Subtract
    KP_Multiply KP_Divide KP_Enter KP_Decimal KP_Up KP_Down KP_Left KP_Right
"""
OTHER_NAMES = {"Page_Up": "Prior", "Page_Down": "Next", "quoteright": "apostrophe", "quoteleft": "grave"}
KNOWN = {*NAMED.split(), *PUNCTUATION.values(), *OTHER_NAMES}


def keysym(name: str) -> str:
    """The one name of a key that the page uses. Raises TclError for a key that no keyboard has."""
    if len(name) == 1:
        return PUNCTUATION.get(name, name)
    if name in KNOWN:
        return OTHER_NAMES.get(name, name)
    near = [known for known in KNOWN if known.lower() == name.lower()]
    near = near or difflib.get_close_matches(name, sorted(KNOWN), n=1)
    hint = f' (did you mean "{near[0]}"?)' if near else ""
    raise TclError(f'bad event type or keysym "{name}"{hint}')
