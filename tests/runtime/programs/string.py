"""A Caesar cipher, and a letter from a template."""

import string

alphabet = string.ascii_uppercase
shifted = alphabet[3:] + alphabet[:3]
secret = "MEET AT NOON".translate(str.maketrans(alphabet, shifted))
print(secret, "->", secret.translate(str.maketrans(shifted, alphabet)))
letter = string.Template("Dear $name, you owe me $$${amount}.")
print(letter.substitute(name="Alan", amount=5))
print(string.digits, string.punctuation[:5], string.capwords("the lord of the rings"))

# Prints:
# PHHW DW QRRQ -> MEET AT NOON
# Dear Alan, you owe me $5.
# 0123456789 !"#$% The Lord Of The Rings
