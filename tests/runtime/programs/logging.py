"""A log on the console and in a file."""

import logging

logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s: %(message)s")
log = logging.getLogger("shop")
log.addHandler(logging.FileHandler("shop.log"))
log.debug("not shown")
log.info("%d customers", 3)
log.warning("out of milk")
try:
    1 / 0
except ZeroDivisionError:
    log.exception("the till broke")
logging.shutdown()
print(open("shop.log").read().splitlines()[:2])

# Files: shop.log
# Says:
# INFO shop: 3 customers
# WARNING shop: out of milk
# ERROR shop: the till broke
# ZeroDivisionError: division by zero
# ['3 customers', 'out of milk']
