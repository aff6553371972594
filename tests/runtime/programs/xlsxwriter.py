"""An Excel file with bold headings and a chart."""

import zipfile

import xlsxwriter

book = xlsxwriter.Workbook("sales.xlsx")
sheet = book.add_worksheet()
sheet.write_row(0, 0, ["Month", "Sales"], book.add_format({"bold": True}))
sheet.write_column(1, 1, [10, 20, 15])
chart = book.add_chart({"type": "column"})
chart.add_series({"values": "=Sheet1!$B$2:$B$4"})
sheet.insert_chart("D2", chart)
book.close()
print("xl/charts/chart1.xml" in zipfile.ZipFile("sales.xlsx").namelist())

# Files: sales.xlsx
# Prints:
# True
