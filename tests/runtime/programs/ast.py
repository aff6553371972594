"""Reading a program as a tree, and checking a sum without running anything else."""

import ast

tree = ast.parse("total = price * 2\nprint(total)")
print([type(node).__name__ for node in tree.body])
print(sorted({node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}))
print(ast.literal_eval("[1, 'two', {'three': 3}]"), ast.unparse(tree.body[0]))
print(ast.dump(ast.parse("1+2", mode="eval").body))
try:
    ast.parse("if True print(1)")
except SyntaxError as error:
    print(error.msg, error.lineno)

# Prints:
# ['Assign', 'Expr']
# ['price', 'print', 'total']
# [1, 'two', {'three': 3}] total = price * 2
# BinOp(left=Constant(value=1), op=Add(), right=Constant(value=2))
# invalid syntax 1
