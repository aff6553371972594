"""Names of colours that a check may use, as turtle's window shows them; all others are written like `#ff8800`."""

import re

NAMES = {
    "black": "#000000",
    "blue": "#0000ff",
    "brown": "#a52a2a",
    "coral": "#ff7f50",
    "crimson": "#dc143c",
    "cyan": "#00ffff",
    "darkblue": "#00008b",
    "darkgreen": "#006400",
    "darkorange": "#ff8c00",
    "darkred": "#8b0000",
    "deeppink": "#ff1493",
    "deepskyblue": "#00bfff",
    "dodgerblue": "#1e90ff",
    "firebrick": "#b22222",
    "forestgreen": "#228b22",
    "gold": "#ffd700",
    "gray": "#808080",
    "green": "#008000",
    "hotpink": "#ff69b4",
    "indigo": "#4b0082",
    "khaki": "#f0e68c",
    "lightblue": "#add8e6",
    "lightgray": "#d3d3d3",
    "lightgreen": "#90ee90",
    "lightyellow": "#ffffe0",
    "lime": "#00ff00",
    "limegreen": "#32cd32",
    "magenta": "#ff00ff",
    "maroon": "#800000",
    "navy": "#000080",
    "olive": "#808000",
    "orange": "#ffa500",
    "orangered": "#ff4500",
    "orchid": "#da70d6",
    "pink": "#ffc0cb",
    "plum": "#dda0dd",
    "purple": "#800080",
    "red": "#ff0000",
    "royalblue": "#4169e1",
    "salmon": "#fa8072",
    "seagreen": "#2e8b57",
    "silver": "#c0c0c0",
    "skyblue": "#87ceeb",
    "steelblue": "#4682b4",
    "tan": "#d2b48c",
    "teal": "#008080",
    "tomato": "#ff6347",
    "turquoise": "#40e0d0",
    "violet": "#ee82ee",
    "white": "#ffffff",
    "yellow": "#ffff00",
}


def hexadecimal(colour: object) -> str | None:
    """A colour as `#rrggbb`; None when it is neither a name of the table nor written so."""
    plain = str(colour).strip().lower()
    if re.fullmatch("#[0-9a-f]{6}", plain):
        return plain
    return NAMES.get(plain.replace(" ", "").replace("grey", "gray"))
