"""A register in an Excel file, read again with its formula."""

from openpyxl import Workbook, load_workbook

book = Workbook()
sheet = book.active
sheet.title = "Marks"
sheet.append(["Name", "Points"])
sheet.append(["Ada", 18])
sheet.append(["Alan", 20])
sheet["B4"] = "=SUM(B2:B3)"
book.save("marks.xlsx")
again = load_workbook("marks.xlsx")["Marks"]
print([[cell.value for cell in row] for row in again.iter_rows(max_row=3)], again["B4"].value)

# Files: marks.xlsx
# Prints:
# [['Name', 'Points'], ['Ada', 18], ['Alan', 20]] =SUM(B2:B3)
