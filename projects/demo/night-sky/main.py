# Paint a picture with a program: a night sky over the sea.

import random

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 640, 400
HORIZON = 280

random.seed(7)  # the same stars every time; take this line away for a new sky

picture = Image.new("RGB", (WIDTH, HEIGHT))
draw = ImageDraw.Draw(picture)

# The sky: one line after the other, from dark blue at the top to violet at the horizon.
for y in range(HORIZON):
    part = y / HORIZON  # 0 at the top, 1 at the horizon
    colour = (int(10 + 60 * part), int(15 + 35 * part), int(50 + 70 * part))
    draw.line([(0, y), (WIDTH, y)], fill=colour)

# The stars: small circles at random places.
for _ in range(150):
    x = random.randrange(WIDTH)
    y = random.randrange(HORIZON - 30)
    size = random.choice([1, 1, 1, 2])
    draw.ellipse([x, y, x + size, y + size], fill="white")

# The moon, and a dark circle that bites a piece out of it.
draw.ellipse([470, 50, 540, 120], fill="#fff3c4")
draw.ellipse([452, 42, 522, 112], fill=picture.getpixel((440, 80)))

# The sea, and the light of the moon on it.
draw.rectangle([0, HORIZON, WIDTH, HEIGHT], fill="#0b1b33")
for y in range(HORIZON + 6, HEIGHT, 9):
    half = random.randint(8, 10 + (y - HORIZON) // 2)
    draw.line([(505 - half, y), (505 + half, y)], fill="#d8cfa6", width=2)

picture.show()
picture.save("night-sky.png")
print("Painted", WIDTH * HEIGHT, "pixels. The picture is also in the file night-sky.png.")
