# A list of dictionaries: each question has a text, three answers, and the right one among them.

QUESTIONS = [
    {
        "text": "Which planet is nearest to the sun?",
        "answers": ["Venus", "Mercury", "Mars"],
        "right": "Mercury",
    },
    {
        "text": "How many bits are in a byte?",
        "answers": ["4", "8", "16"],
        "right": "8",
    },
    {
        "text": "What does len('codeyard') give?",
        "answers": ["7", "8", "9"],
        "right": "8",
    },
]
