def is_palindrome(text):
    return False


print(is_palindrome("level"))
