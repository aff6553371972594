"""A catalogue of books in XML: reading, searching, writing."""

import xml.dom.minidom
import xml.etree.ElementTree as ET
import xml.sax

text = """<books>
<book year="1813"><title>Emma &amp; co</title></book>
<book year="1925"><title>Gatsby</title></book>
</books>"""
root = ET.fromstring(text)
for book in root.findall("book"):
    print(book.get("year"), book.findtext("title"))
ET.SubElement(root, "book", year="2001").text = "new"
print(ET.tostring(root, encoding="unicode").splitlines()[-1])
print(xml.dom.minidom.parseString("<a><b/></a>").documentElement.toprettyxml(indent=" ").rstrip())


class Counter(xml.sax.ContentHandler):
    count = 0

    def startElement(self, name, attributes):
        Counter.count += name == "book"


xml.sax.parseString(text, Counter())
print(Counter.count)
try:
    ET.fromstring("<a><b></a>")
except ET.ParseError as error:
    print(error)

# Prints:
# 1813 Emma & co
# 1925 Gatsby
# <book year="2001">new</book></books>
# <a>
#  <b/>
# </a>
# 2
# mismatched tag: line 1, column 8
