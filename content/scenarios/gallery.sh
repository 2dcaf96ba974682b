#!/usr/bin/env bash
# Programs the rulesets of the book's gallery, each in a network namespace of its own, and saves what the
# kernel holds. Nothing outside these namespaces is touched, and nothing is sent.
#
#   gallery.sh [-o FOLDER]     FOLDER defaults to dumps/gallery
set -euo pipefail
export LC_ALL=C PATH="$PATH:/usr/sbin:/sbin"

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
output=${here%/*}/dumps/gallery

usage() {
  echo "usage: ${0##*/} [-o FOLDER]"
}

fail() {
  echo "${0##*/}: $*" >&2
  exit 1
}

while getopts :o:h option; do
  case $option in
    o) output=$OPTARG ;;
    h) usage; exit 0 ;;
    *) usage >&2; exit 2 ;;
  esac
done

for tool in ip iptables-legacy-restore iptables-legacy-save; do
  command -v "$tool" >/dev/null || fail "needs this tool, which is not on PATH: $tool"
done
[[ $EUID -eq 0 ]] || fail "needs root: it creates network namespaces and programs netfilter in them"
[[ -d $output ]] || fail "no such folder: $output"

namespace=chainbook-gallery-$$
trap 'ip netns delete "$namespace" 2>/dev/null || true' EXIT

# --- a host that serves web pages --------------------------------------------
web_server() {
  cat <<'RULES'
*filter
:INPUT DROP [0:0]
:FORWARD DROP [0:0]
:OUTPUT ACCEPT [0:0]
:web - [0:0]
:admin - [0:0]
:refuse - [0:0]
:old-rules - [0:0]
-A INPUT -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
-A INPUT -i lo -j ACCEPT
-A INPUT -m conntrack --ctstate INVALID -j DROP
-A INPUT -p icmp -m icmp --icmp-type 8 -m limit --limit 5/sec -j ACCEPT
-A INPUT -p tcp -m multiport --dports 80,443 -j web
-A INPUT -p tcp -m tcp --dport 22 -g admin
-A INPUT -j refuse
-A web -s 192.0.2.0/24 -m comment --comment "a scanner, since March" -j DROP
-A web -m connlimit --connlimit-above 100 --connlimit-mask 32 -j refuse
-A web -j ACCEPT
-A admin -s 198.51.100.0/24 -j ACCEPT
-A admin -m recent --name ssh --update --seconds 60 --hitcount 4 -j DROP
-A admin -m recent --name ssh --set
-A admin -j refuse
-A refuse -m limit --limit 10/min -j LOG --log-prefix "refused: "
-A refuse -p tcp -j REJECT --reject-with tcp-reset
-A refuse -j REJECT
-A old-rules -p tcp -m tcp --dport 8080 -j ACCEPT
COMMIT
RULES
}

# --- a router with something in every table ----------------------------------
router() {
  cat <<'RULES'
*raw
:PREROUTING ACCEPT [0:0]
:OUTPUT ACCEPT [0:0]
-A PREROUTING -i wan -p udp -m udp --dport 123 -j CT --notrack
COMMIT
*mangle
:PREROUTING ACCEPT [0:0]
:INPUT ACCEPT [0:0]
:FORWARD ACCEPT [0:0]
:OUTPUT ACCEPT [0:0]
:POSTROUTING ACCEPT [0:0]
-A FORWARD -o wan -p tcp -m tcp --tcp-flags SYN,RST SYN -j TCPMSS --clamp-mss-to-pmtu
-A PREROUTING -i lan -p tcp -m tcp --dport 22 -j MARK --set-mark 0x1
COMMIT
*nat
:PREROUTING ACCEPT [0:0]
:INPUT ACCEPT [0:0]
:OUTPUT ACCEPT [0:0]
:POSTROUTING ACCEPT [0:0]
:published - [0:0]
-A PREROUTING -i wan -j published
-A POSTROUTING -o wan -j MASQUERADE
-A published -p tcp -m tcp --dport 443 -j DNAT --to-destination 10.1.0.10:8443
-A published -p udp -m udp --dport 51820 -j DNAT --to-destination 10.1.0.20
COMMIT
*filter
:INPUT DROP [0:0]
:FORWARD DROP [0:0]
:OUTPUT ACCEPT [0:0]
-A INPUT -i lo -j ACCEPT
-A INPUT -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
-A INPUT -i lan -p tcp -m tcp --dport 22 -j ACCEPT
-A FORWARD -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
-A FORWARD -i lan -o wan -j ACCEPT
-A FORWARD -i wan -o lan -m conntrack --ctstate DNAT -j ACCEPT
COMMIT
RULES
}

# --- many services, written by a program -------------------------------------
# The shape of what a service proxy writes: a chain a service, a chain an endpoint, a share each.
services() {
  local service endpoint share names=() i j
  for i in {1..12}; do
    names+=("$(printf 'SVC-%04X' $((i * 7919 % 65536)))")
  done
  echo "*nat"
  printf ':%s ACCEPT [0:0]\n' PREROUTING INPUT OUTPUT POSTROUTING
  printf ':%s - [0:0]\n' SERVICES MASQ "${names[@]}"
  for service in "${names[@]}"; do
    printf ':%s - [0:0]\n' "${service/SVC/END}-1" "${service/SVC/END}-2"
  done
  echo "-A PREROUTING -j SERVICES"
  echo "-A OUTPUT -j SERVICES"
  echo "-A POSTROUTING -m mark --mark 0x4000/0x4000 -j MASQUERADE"
  echo "-A MASQ -j MARK --set-xmark 0x4000/0x4000"
  i=0
  for service in "${names[@]}"; do
    i=$((i + 1))
    echo "-A SERVICES -d 10.96.0.$i/32 -p tcp -m tcp --dport 80 -j $service"
    echo "-A $service -m statistic --mode random --probability 0.5 -j ${service/SVC/END}-1"
    echo "-A $service -j ${service/SVC/END}-2"
    for j in 1 2; do
      endpoint=${service/SVC/END}-$j
      echo "-A $endpoint -s 10.244.$j.$i/32 -j MASQ"
      echo "-A $endpoint -p tcp -j DNAT --to-destination 10.244.$j.$i:8080"
    done
  done
  echo "COMMIT"
}

save() {
  local name=$1
  ip netns add "$namespace"
  "${2}" | ip netns exec "$namespace" iptables-legacy-restore
  {
    echo "# Scenario: scenarios/gallery.sh, $name"
    ip netns exec "$namespace" iptables-legacy-save
  } > "$output/$name.txt"
  ip netns delete "$namespace"
}

save web-server web_server
save router router
save services services
