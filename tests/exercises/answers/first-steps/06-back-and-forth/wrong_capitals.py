# Fails: Capital letters do not matter
# Fails: Many texts by chance
def is_palindrome(text):
    letters = text.replace(" ", "")
    return letters == letters[::-1]
