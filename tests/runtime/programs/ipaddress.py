"""Which computers belong to a network."""

import ipaddress

network = ipaddress.ip_network("192.168.1.0/28")
print(network.num_addresses, network.netmask, network.broadcast_address)
for address in ("192.168.1.5", "192.168.1.77"):
    print(address, ipaddress.ip_address(address) in network)
print(f"{int(ipaddress.ip_address('10.0.0.1')):032b}", ipaddress.ip_address("::1").version)

# Prints:
# 16 255.255.255.240 192.168.1.15
# 192.168.1.5 True
# 192.168.1.77 False
# 00001010000000000000000000000001 6
