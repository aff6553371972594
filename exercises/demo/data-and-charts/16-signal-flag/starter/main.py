from PIL import Image, ImageDraw

flag = Image.new("RGB", (300, 300), "white")
pen = ImageDraw.Draw(flag)

pen.rectangle([0, 0, 100, 100], fill="#0b3d91")

flag.show()
