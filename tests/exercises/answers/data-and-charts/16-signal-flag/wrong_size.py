# Fails: The picture has the right size
# Fails: Blue outside
# Fails: A white square in the middle
from PIL import Image, ImageDraw

flag = Image.new("RGB", (200, 200), "#0b3d91")
ImageDraw.Draw(flag).rectangle([50, 50, 149, 149], fill="white")
flag.show()
