# Who voted for what. Ask your own class and put your numbers here!

votes = {
    "Football": 46,
    "Swimming": 31,
    "Dancing": 28,
    "Basketball": 22,
    "Skateboarding": 17,
    "Chess": 9,
}
