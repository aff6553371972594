def is_palindrome(text):
    letters = text.lower().replace(" ", "")
    return letters == letters[::-1]


print(is_palindrome("level"))
print(is_palindrome("Never odd or even"))
