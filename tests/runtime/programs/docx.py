"""A letter as a Word file."""

from docx import Document

letter = Document()
letter.add_heading("Trip to the zoo", level=1)
letter.add_paragraph("Dear parents,")
table = letter.add_table(rows=1, cols=2)
table.rows[0].cells[0].text = "Price"
letter.save("letter.docx")
print([paragraph.text for paragraph in Document("letter.docx").paragraphs])

# Files: letter.docx
# Prints:
# ['Trip to the zoo', 'Dear parents,']
