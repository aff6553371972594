"""A QR code, as a picture and as text."""

import qrcode

code = qrcode.QRCode(border=1)
code.add_data("Hello")
code.make()
print(len(code.get_matrix()), code.version)
code.print_ascii()
code.make_image().save("hello.png")

# Files: hello.png
# Says:
# 23 1
# █
