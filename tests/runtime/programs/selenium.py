"""A browser that visits a page by itself."""

from selenium import webdriver

browser = webdriver.Chrome()
browser.get("https://www.example.org/")
print(browser.title)

# Ends: Failed
# Explains:
# selenium cannot be used here
# Line 3 of main.py
# It drives another browser or a crawler, which a program in a browser cannot.
# Try this: Use requests and bs4 to read pages.
