# Pastes the square in place of drawing it.
from PIL import Image

flag = Image.new("RGB", (300, 300), (11, 61, 145))
flag.paste(Image.new("RGB", (101, 101), (255, 255, 255)), (100, 100))
flag.show()
