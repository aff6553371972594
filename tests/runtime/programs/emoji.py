"""Words into pictures."""

import emoji

print(emoji.emojize("Python is :thumbs_up:"), emoji.emoji_count("a 😀 b 🎉"), emoji.demojize("🐍"))

# Prints:
# Python is 👍 2 :snake:
