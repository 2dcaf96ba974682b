#!/usr/bin/env bash
# Makes the captures beside it: a network namespace that has some of everything, as
# iproute2 and the kernel show it. Needs root; leaves nothing behind.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

n=chainbook-make
ip netns add $n
trap 'ip netns delete $n' EXIT
in_n() { ip netns exec $n "$@"; }

in_n sh -eu <<'END'
  ip link set lo up
  ip link add eth0 address 02:00:00:00:00:01 type veth peer name far0 address 02:00:00:00:00:02
  ip address add 10.1.0.2/24 dev eth0
  ip address add 10.1.0.3/24 dev eth0
  ip address add 10.1.0.4/24 dev eth0 label eth0:web
  ip address add 2001:db8:1::2/64 dev eth0 nodad
  ip link set far0 up
  ip link set eth0 up
  # A VLAN looks the same; not every kernel has them.
  ip link add link eth0 name eth0.5 address 02:00:00:00:00:05 type macvlan
  ip address add 10.5.0.1/24 dev eth0.5
  ip link set eth0.5 up
  ip link add ppp0 address 02:00:00:00:00:06 type veth peer name ppp1 address 02:00:00:00:00:07
  ip address add 10.9.0.1 peer 10.9.0.2/32 dev ppp0
  ip -6 address add 2001:db8:9::1 peer 2001:db8:9::2/128 dev ppp0 nodad
  ip link set ppp1 up
  ip link set ppp0 up
  ip link add br0 address 02:00:00:00:00:08 type bridge
  ip address add 10.8.0.1/24 dev br0
  ip address add 192.0.2.1/32 dev lo
  ip route add default via 10.1.0.1 dev eth0 metric 100
  ip route add 10.66.0.0/16 via 10.99.0.1 dev eth0 onlink
  ip route add blackhole 10.77.0.0/16
  ip route add unreachable 10.78.0.0/16 metric 7
  ip route add prohibit 10.79.0.1
  ip route add throw 10.80.0.0/16 table 100
  ip route add local 0.0.0.0/0 dev lo table 100
  ip route add local 10.200.0.0/16 dev lo
  ip route add 10.90.0.0/16 nexthop via 10.1.0.1 dev eth0 weight 2 nexthop via 10.5.0.9 dev eth0.5
  ip route add 10.91.0.0/16 via inet6 fe80::1 dev eth0
  ip route add 10.92.0.0/16 dev eth0 src 10.1.0.3 mtu 1400
  ip -6 route add default via 2001:db8:1::1
  ip -6 route add default dev eth0 table 200
  ip -6 route add local ::/0 dev lo table 100
  ip -6 route add blackhole 2001:db8:66::/48
  ip -6 route add 2001:db8:92::/48 via fe80::5 dev eth0 src 2001:db8:1::2 metric 50
  ip rule add fwmark 0x200/0xf00 lookup 100 priority 40
  ip rule add from 10.1.0.3 to 10.2.0.0/16 iif eth0 lookup 200 priority 50
  ip rule add not from 10.1.0.3 lookup 200 priority 51
  ip rule add oif eth0 lookup 200 priority 52
  ip rule add lookup main suppress_prefixlength 0 priority 53
  ip rule add ipproto tcp dport 80 lookup 200 priority 54
  ip rule add uidrange 1000-1001 lookup 200 priority 55
  ip rule add blackhole from 10.3.0.0/16 priority 56
  ip rule add goto 60 priority 57
  ip rule add iif nodev tos 0x10 lookup 200 priority 58
  ip rule add nop priority 60
  ip rule add iif gone lookup 200 priority 61
  ip rule add fwmark 1 lookup 100
  ip -6 rule add fwmark 1 lookup 100 priority 10
  ip -6 rule add from 2001:db8::/32 lookup 200 priority 11
  sleep 2 # link-local addresses come when none has objected
END

in_n ip -j addr >addresses.json
in_n ip -j -4 route show table all >routes.json
in_n ip -j -6 route show table all >routes6.json
in_n ip -j -4 rule >rules.json
in_n ip -j -6 rule >rules6.json
in_n ip addr >addresses.txt

# A namespace that nobody has configured.
ip netns delete $n
ip netns add $n
in_n ip -j addr >bare-addresses.json
in_n ip -j -4 route show table all >bare-routes.json
in_n ip -j -6 rule >bare-rules6.json
