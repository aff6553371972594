"""A table and a box."""

from rich.console import Console
from rich.panel import Panel
from rich.progress import track
from rich.table import Table

table = Table(title="Marks")
table.add_column("Name")
table.add_column("Points", justify="right")
table.add_row("Ada", "18")
console = Console(width=40)
console.print(table)
console.print(Panel("Well done", expand=False))
print(sum(track([20, 22], description="Adding")))

# Says:
# Marks
# ┃ Name ┃ Points ┃
# │ Ada  │     18 │
# Adding
# 100%
# 42
# │ Well done │
