"""A shallow and a deep copy of a game board."""

import copy

board = [["X", " "], [" ", "O"]]
shallow, deep = copy.copy(board), copy.deepcopy(board)
board[0][0] = "?"
print(shallow[0][0], deep[0][0], shallow is board, shallow[0] is board[0], deep[0] is board[0])

# Prints:
# ? X False True False
