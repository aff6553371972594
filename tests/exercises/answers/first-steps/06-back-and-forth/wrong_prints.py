# Fails: Words
# Fails: Capital letters do not matter
# Fails: Spaces do not matter
# Fails: Very short texts
# Fails: Many texts by chance
def is_palindrome(text):
    letters = text.lower().replace(" ", "")
    print(letters == letters[::-1])
