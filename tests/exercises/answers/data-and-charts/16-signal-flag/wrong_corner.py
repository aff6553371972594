# Fails: Blue outside
# Fails: A white square in the middle
from PIL import Image, ImageDraw

flag = Image.new("RGB", (300, 300), "#0b3d91")
ImageDraw.Draw(flag).rectangle([0, 0, 100, 100], fill="white")
flag.show()
