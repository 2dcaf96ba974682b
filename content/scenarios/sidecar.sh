#!/usr/bin/env bash
# Builds the lab of the book in network namespaces, programs the nat rules of an
# Istio sidecar, sends a fixed number of real connections through them and saves
# what the kernel counted. Nothing outside the namespaces it creates is touched.
#
#   sidecar.sh [-o FILE]     FILE defaults to dumps/fortio-server/iptables-save.txt
set -euo pipefail
export LC_ALL=C PATH="$PATH:/usr/sbin:/sbin"

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
output=${here%/*}/dumps/fortio-server/iptables-save.txt

# --- the traffic -------------------------------------------------------------
client_connections=24       # client -> fortio-server:8080
requests_per_connection=3   # each request makes the app call fortio-server-l2
self_calls=6                # app -> its own service, through Envoy
own_address_calls=4         # app -> its own pod address
localhost_calls=5           # app -> 127.0.0.1
bypass_calls=2              # uid 1000, gid 1337 -> fortio-server-l2
readiness_probes=12         # node -> 15021
liveness_probes=10          # node -> 15020, which asks the app
merged_scrapes=4            # node -> 15020, which asks Envoy
direct_scrapes=3            # node -> 15090

# --- who is where ------------------------------------------------------------
client_address=10.244.1.7
server_address=10.244.2.5
l2_address=10.244.3.9
server_service=10.96.14.5   # what stands behind a service, only Envoy knows
l2_service=10.96.14.7
dns_address=10.96.0.10

app_id=1000
proxy_id=1337

usage() {
  echo "usage: ${0##*/} [-o FILE]"
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
shift $((OPTIND - 1))
if [[ $# -ne 0 ]]; then
  usage >&2
  exit 2
fi

missing=()
for tool in awk curl diff ip iptables-legacy iptables-legacy-save mktemp python3 setpriv; do
  command -v "$tool" >/dev/null || missing+=("$tool")
done
[[ ${#missing[@]} -eq 0 ]] || fail "needs these tools, which are not on PATH: ${missing[*]}"
[[ $EUID -eq 0 ]] || fail "needs root: it creates network namespaces and programs netfilter in them"

# The stand-ins are not root, and a python3 in root's home is not theirs to run.
python=
while read -r candidate; do
  if setpriv --reuid "$app_id" --regid "$app_id" --clear-groups "$candidate" -c '' 2>/dev/null; then
    python=$candidate
    break
  fi
done < <(type -aP python3)
[[ -n $python ]] || fail "needs a python3 on PATH that users other than root can run"
[[ -d $(dirname "$output") ]] || fail "no such folder: $(dirname "$output")"

# --- what is created, and how it goes away -----------------------------------
prefix=chainbook-$$
node=$prefix-node
client=$prefix-client
server=$prefix-fortio-server
l2=$prefix-fortio-server-l2

namespaces=()
processes=()
work=$(mktemp -d)
chmod 755 "$work"   # the stand-ins are not root and read their program from here

cleanup() {
  local status=$? pid namespace
  trap - EXIT
  for pid in "${processes[@]}"; do
    kill "$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
  done
  for namespace in "${namespaces[@]}"; do
    ip netns delete "$namespace" || true
  done
  if [[ $status -ne 0 ]]; then
    grep -hvx ready "$work"/*.log >&2 2>/dev/null || true   # what the stand-ins complained of
  fi
  rm -rf "$work"
  exit "$status"
}
trap cleanup EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

create_namespace() {
  ip netns add "$1"
  namespaces+=("$1")
  ip -n "$1" link set lo up
}

# A pod: its eth0 is one end of a veth pair, the other end is on the node.
create_pod() {
  local pod=$1 address=$2 link=$3
  local gateway=${address%.*}.1
  create_namespace "$pod"
  ip -n "$node" link add "$link" type veth peer name eth0 netns "$pod"
  ip -n "$node" address add "$gateway/24" dev "$link"
  ip -n "$node" link set "$link" up
  ip -n "$pod" address add "$address/24" dev eth0
  ip -n "$pod" link set eth0 up
  ip -n "$pod" route add default via "$gateway"
}

# start NAME NAMESPACE UID ROLE [ARGUMENT...]: a stand-in, in the background.
start() {
  local name=$1 namespace=$2 id=$3
  shift 3
  ip netns exec "$namespace" \
    setpriv --reuid "$id" --regid "$id" --clear-groups \
    "$python" "$work/standins.py" "$@" >"$work/$name.log" 2>&1 &
  local pid=$!
  processes+=("$pid")
  local tries
  for ((tries = 0; tries < 100; tries++)); do
    if grep -qx ready "$work/$name.log"; then
      return
    fi
    kill -0 "$pid" 2>/dev/null || fail "the stand-in $name ended early"
    sleep 0.1
  done
  fail "the stand-in $name did not get ready"
}

# The rules a sidecar gets, in the order in which they are programmed.
program_sidecar() {
  local pod=$1 port owner
  nat() { ip netns exec "$pod" iptables-legacy -w 5 -t nat "$@"; }

  nat -N ISTIO_INBOUND
  nat -N ISTIO_REDIRECT
  nat -N ISTIO_IN_REDIRECT
  nat -N ISTIO_OUTPUT
  nat -A ISTIO_REDIRECT -p tcp -j REDIRECT --to-ports 15001
  nat -A ISTIO_IN_REDIRECT -p tcp -j REDIRECT --to-ports 15006

  # What arrives: all TCP to Envoy, but for ports that have their own listener.
  nat -A PREROUTING -p tcp -j ISTIO_INBOUND
  for port in 15008 22 15090 15021 15020; do
    nat -A ISTIO_INBOUND -p tcp --dport "$port" -j RETURN
  done
  nat -A ISTIO_INBOUND -p tcp -j ISTIO_IN_REDIRECT

  # What leaves: all TCP to Envoy, but for Envoy's own and the loopback's.
  nat -A OUTPUT -p tcp -j ISTIO_OUTPUT
  nat -A ISTIO_OUTPUT -o lo -s 127.0.0.6/32 -j RETURN
  for owner in uid-owner gid-owner; do
    nat -A ISTIO_OUTPUT -o lo ! -d 127.0.0.1/32 -m owner "--$owner" "$proxy_id" -j ISTIO_IN_REDIRECT
    nat -A ISTIO_OUTPUT -o lo -m owner ! "--$owner" "$proxy_id" -j RETURN
    nat -A ISTIO_OUTPUT -m owner "--$owner" "$proxy_id" -j RETURN
  done
  nat -A ISTIO_OUTPUT -d 127.0.0.1/32 -j RETURN
  nat -A ISTIO_OUTPUT -j ISTIO_REDIRECT
}

# get NAMESPACE UID GID URL [URL...]: one connection, one request for each URL.
get() {
  local namespace=$1 uid=$2 gid=$3
  shift 3
  ip netns exec "$namespace" \
    setpriv --reuid "$uid" --regid "$gid" --clear-groups \
    curl --fail --fail-early --silent --show-error --noproxy '*' --max-time 10 "$@" >/dev/null
}

# repeat COUNT COMMAND...
repeat() {
  local count=$1 i
  shift
  for ((i = 0; i < count; i++)); do
    "$@"
  done
}

# --- build -------------------------------------------------------------------
cp "$here/standins.py" "$work/standins.py"
chmod 644 "$work/standins.py"

create_namespace "$node"
ip netns exec "$node" sh -c 'echo 1 > /proc/sys/net/ipv4/ip_forward'
ip -n "$node" address add "$dns_address/32" dev lo
create_pod "$client" "$client_address" client
create_pod "$server" "$server_address" server
create_pod "$l2" "$l2_address" server-l2

program_sidecar "$server"
program_sidecar "$l2"

services=(--service "$server_service:8080=$server_address:8080"
          --service "$l2_service:8080=$l2_address:8080")
start dns "$node" 0 dns "$dns_address" "fortio-server=$server_service" "fortio-server-l2=$l2_service"
start l2-app "$l2" "$app_id" app
start l2-envoy "$l2" "$proxy_id" envoy "${services[@]}"
start app "$server" "$app_id" app --upstream fortio-server-l2:8080 --dns "$dns_address"
start agent "$server" "$proxy_id" agent --pod "$server_address"
start envoy "$server" "$proxy_id" envoy "${services[@]}"

# --- run ---------------------------------------------------------------------
requests=()
for ((i = 0; i < requests_per_connection; i++)); do
  requests+=("http://$server_address:8080/")
done
repeat "$client_connections" get "$client" 0 0 "${requests[@]}"

repeat "$self_calls" get "$server" "$app_id" "$app_id" "http://$server_service:8080/healthz"
repeat "$own_address_calls" get "$server" "$app_id" "$app_id" "http://$server_address:8080/healthz"
repeat "$localhost_calls" get "$server" "$app_id" "$app_id" http://127.0.0.1:8080/healthz
repeat "$bypass_calls" get "$server" "$app_id" "$proxy_id" "http://$l2_address:8080/healthz"

repeat "$readiness_probes" get "$node" 0 0 "http://$server_address:15021/healthz/ready"
repeat "$liveness_probes" get "$node" 0 0 "http://$server_address:15020/app-health/fortio/livez"
repeat "$merged_scrapes" get "$node" 0 0 "http://$server_address:15020/stats/prometheus"
repeat "$direct_scrapes" get "$node" 0 0 "http://$server_address:15090/stats/prometheus"

# --- save --------------------------------------------------------------------
save=(iptables-legacy-save -c -t nat)
{
  echo "# Scenario: scenarios/sidecar.sh, network namespace of fortio-server"
  echo "# Command: ${save[*]}"
  echo "# Version: $(iptables-legacy --version)"
  echo "# Kernel: $(uname -sr)"
  echo "# Date: $(date -u +%Y-%m-%dT%H:%M:%SZ)"
  ip netns exec "$server" "${save[@]}"
} >"$work/dump"

# --- check -------------------------------------------------------------------
# The prose of the book leans on these numbers, so a dump that differs is not kept.
upstream_calls=$((client_connections * requests_per_connection))
arrived=$((client_connections + readiness_probes + liveness_probes + merged_scrapes + direct_scrapes))
from_inbound=$((client_connections + self_calls + liveness_probes))
from_app_over_lo=$((own_address_calls + localhost_calls))
from_proxy=$((upstream_calls + readiness_probes + merged_scrapes))
from_app=$((upstream_calls + self_calls))
left=$((from_inbound + self_calls + from_app_over_lo + from_proxy + bypass_calls + from_app))
untouched=$((left - self_calls - from_app + upstream_calls))   # and the name look-ups, over UDP

expected="PREROUTING policy $((arrived - client_connections))
INPUT policy $arrived
OUTPUT policy $untouched
POSTROUTING policy $((left + upstream_calls))
PREROUTING 1 $arrived
OUTPUT 1 $left
ISTIO_INBOUND 1 0
ISTIO_INBOUND 2 0
ISTIO_INBOUND 3 $direct_scrapes
ISTIO_INBOUND 4 $readiness_probes
ISTIO_INBOUND 5 $((liveness_probes + merged_scrapes))
ISTIO_INBOUND 6 $client_connections
ISTIO_IN_REDIRECT 1 $((client_connections + self_calls))
ISTIO_OUTPUT 1 $from_inbound
ISTIO_OUTPUT 2 $self_calls
ISTIO_OUTPUT 3 $from_app_over_lo
ISTIO_OUTPUT 4 $from_proxy
ISTIO_OUTPUT 5 0
ISTIO_OUTPUT 6 0
ISTIO_OUTPUT 7 $bypass_calls
ISTIO_OUTPUT 8 0
ISTIO_OUTPUT 9 $from_app
ISTIO_REDIRECT 1 $from_app"

counted=$(tr '][:' '   ' <"$work/dump" | awk '
  /^[#*]/ || NF < 4 { next }
  $3 == "-A" { print $4, ++rules[$4], $1; next }
  $2 != "-" { print $1, "policy", $3 }')
diff <(echo "$expected") <(echo "$counted") >&2 ||
  fail "the kernel counted (>) otherwise than expected (<); $output is left as it was"

cp "$work/dump" "$output"
echo "$output: $arrived connections arrived, $left left"
