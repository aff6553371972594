"""The nouns in a sentence."""

import spacy

language = spacy.load("en_core_web_sm")
print([word.text for word in language("The cat sat on the mat") if word.pos_ == "NOUN"])

# Ends: Failed
# Explains:
# spacy cannot be used here
# Line 3 of main.py
# It needs models of languages that are too large for a browser.
# Try this: For words in a text, use re, str.split and collections.Counter.
