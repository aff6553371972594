from PIL import Image, ImageDraw

flag = Image.new("RGB", (300, 300), "#0b3d91")
pen = ImageDraw.Draw(flag)

pen.rectangle([100, 100, 199, 199], fill="white")

flag.show()
