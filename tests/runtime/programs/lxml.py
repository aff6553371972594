"""A menu in XML: searched, checked and changed."""

from lxml import etree, html

menu = etree.fromstring("<menu><dish price='4.5'>Soup</dish><dish price='9'>Pasta</dish></menu>")
print(menu.xpath("//dish[@price > 5]/text()"), menu.xpath("sum(//dish/@price)"))
menu[0].set("price", "5")
print(etree.tostring(menu, pretty_print=True).decode())
print(html.fromstring("<div><a href='x'>y</a></div>").xpath("//a/@href"))
try:
    etree.fromstring("<menu><dish></menu>")
except etree.XMLSyntaxError as error:
    print(error.msg)

# Prints:
# ['Pasta'] 13.5
# <menu>
#   <dish price="5">Soup</dish>
#   <dish price="9">Pasta</dish>
# </menu>
#
# ['x']
# Opening and ending tag mismatch: dish line 1 and menu, line 1, column 20
