"""A table of planets."""

from tabulate import tabulate

planets = [["Mercury", 0.39], ["Earth", 1.0], ["Jupiter", 5.2]]
print(tabulate(planets, headers=["Planet", "AU"]))
print(tabulate(planets[:1], tablefmt="html"))

# Prints:
# Planet      AU
# --------  ----
# Mercury   0.39
# Earth     1
# Jupiter   5.2
# <table>
# <tbody>
# <tr><td>Mercury</td><td style="text-align: right;">0.39</td></tr>
# </tbody>
# </table>
