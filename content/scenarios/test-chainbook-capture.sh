#!/usr/bin/env bash
# Proves chainbook-capture, the download of the book. Stages a worker node in small:
# two pods that are joined by a link, and two more that share a name.
#
#   test-chainbook-capture.sh [-o FOLDER]     FOLDER keeps the capture of the pod
#                                             that has some of everything
set -euo pipefail
export LC_ALL=C PATH="$PATH:/usr/sbin:/sbin"

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
capture=${here%/*}/downloads/chainbook-capture

kept=
while getopts :o: option; do
  case $option in
    o) kept=$OPTARG ;;
    *) echo "usage: ${0##*/} [-o FOLDER]" >&2; exit 2 ;;
  esac
done

missing=()
for tool in hostname ip ip6tables-legacy ipset iptables-legacy mktemp mount nsenter python3 ss unshare; do
  command -v "$tool" >/dev/null || missing+=("$tool")
done
if [[ ${#missing[@]} -ne 0 ]]; then
  echo "${0##*/}: needs these tools, which are not on PATH: ${missing[*]}" >&2
  exit 1
fi
if [[ $EUID -ne 0 ]]; then
  echo "${0##*/}: needs root: it creates network namespaces" >&2
  exit 1
fi

work=$(mktemp -d)
processes=()
name_made=
cleanup() {
  local pid
  for pid in "${processes[@]}"; do
    kill "$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
  done
  [[ -z $name_made ]] || ip netns delete "$name_made"
  rm -rf "$work"   # the namespaces go with their last process
}
trap cleanup EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

# --- the pods ----------------------------------------------------------------
await() {   # await FILE
  local tries
  for ((tries = 0; tries < 100; tries++)); do
    if [[ -e $1 ]]; then
      return
    fi
    sleep 0.1
  done
  echo "${0##*/}: could not stage a pod: no $1" >&2
  exit 1
}

# pod NAME: its first process, left in $pid.
pod() {
  # shellcheck disable=SC2016  # the arguments are the inner shell's
  unshare --net --uts sh -euc '
    hostname "$1"
    ip link set lo up
    : >"$2"
    exec sleep 120' sh "$1" "$work/pod-${#processes[@]}" &
  pid=$!
  await "$work/pod-${#processes[@]}"
  processes+=("$pid")
}

in_pod() { nsenter -t "$1" -n "${@:2}"; }   # in_pod PID COMMAND...

# listener PID NAME UID GID GROUPS [WORKERS] ADDRESS...: a process that listens, where
# udp: and only: before an address mean what they say.
listener() {
  # Not by in_pod: what is ended in the end must be the listener, not a shell before it.
  nsenter -t "$1" -n python3 - "$work/listener-${#processes[@]}" "${@:2}" <<'PYTHON' &
import os, socket, sys, time

ready, name, uid, gid, groups, workers = sys.argv[1:7]
sockets = []
for place in sys.argv[7:]:
    kind = socket.SOCK_DGRAM if place.startswith("udp:") else socket.SOCK_STREAM
    only = "only:" in place
    host, port = place.replace("udp:", "").replace("only:", "").rsplit(":", 1)
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    opened = socket.socket(family, kind)
    if family == socket.AF_INET6:
        opened.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, only)
    opened.bind((host.strip("[]"), int(port)))
    if kind == socket.SOCK_STREAM:
        opened.listen()
    sockets.append(opened)
with open("/proc/self/comm", "w") as comm:
    comm.write(name)
os.setgroups([int(group) for group in groups.split(",") if group])
os.setgid(int(gid))
os.setuid(int(uid))
parent = os.getpid()
for worker in range(int(workers)):
    if os.fork() == 0:
        while os.getppid() == parent:
            time.sleep(0.2)
        os._exit(0)
os.close(os.open(ready, os.O_CREAT))
time.sleep(120)
PYTHON
  local ready=$work/listener-${#processes[@]}
  processes+=("$!")
  await "$ready"
}

chmod 777 "$work"   # the listeners are not root, and say here that they are ready
run=cb$$            # keeps the staged names apart from pods of a real node

pod "$run-client"
client=$pid
pod "$run-server"
server=$pid
pod "$run-twin"
twin=$pid
pod "$run-twin"
other=$pid

in_pod "$server" ip link add eth0 type veth peer name eth0 netns "$client"
in_pod "$client" ip address add 10.244.2.1/24 dev eth0
in_pod "$client" ip link set eth0 up
in_pod "$server" sh -eu <<'END'
  ip address add 10.244.2.5/24 dev eth0
  ip address add 10.244.2.6/24 dev eth0
  ip address add 2001:db8:2::5/64 dev eth0 nodad
  ip link set eth0 address 02:00:00:00:00:05
  ip link set eth0 up
  ip link add eth0.5 type veth peer name ptp0
  ip address add 10.9.0.1 peer 10.9.0.2/32 dev ptp0
  ip link set ptp0 up
  ip address add 192.0.2.1/32 dev lo
  ip route add default via 10.244.2.1 dev eth0 metric 100
  ip route add 10.66.0.0/16 via 10.99.0.1 dev eth0 onlink
  ip route add blackhole 10.77.0.0/16
  ip route add 10.92.0.0/16 dev eth0 src 10.244.2.6
  ip route add local 0.0.0.0/0 dev lo table 100
  ip rule add fwmark 0x539 lookup 100 priority 50
  ip rule add from 10.244.2.6 lookup 200 priority 60
  ip -6 route add default via 2001:db8:2::1 dev eth0
  ip -6 route add local ::/0 dev lo table 100
  ip -6 rule add fwmark 0x539 lookup 100 priority 50
  iptables-legacy -t nat -A PREROUTING -p tcp -j REDIRECT --to-ports 15006
  iptables-legacy -t nat -A OUTPUT -p tcp -m owner ! --gid-owner 1337 -j REDIRECT --to-ports 15001
  ip6tables-legacy -A INPUT -p udp -j DROP
  ipset create friends hash:net family inet
  ipset add friends 10.244.0.0/16
  echo 1 >/proc/sys/net/ipv4/conf/eth0/route_localnet
END
listener "$server" app 1000 1000 2000,2001 2 0.0.0.0:8080
listener "$server" envoy 1337 1337 "" 0 0.0.0.0:15001 '[::]:15006' only:'[::]:15021' 127.0.0.1:15000 \
  '[2001:db8:2::5]:15020' udp:127.0.0.1:15053
listener "$server" app 0 0 "" 0 127.0.0.1:9090

# --- what must come of it ----------------------------------------------------
status=0
try() {   # try COMMAND...: leaves $status, and what it said in $work/out and err
  status=0
  "$@" >"$work/out" 2>"$work/err" || status=$?
}

failures=0
check() {
  local what=$1
  shift
  if "$@"; then
    echo "ok: $what"
  else
    echo "FAILED: $what (status $status)" >&2
    sed 's/^/  | /' "$work/out" "$work/err" >&2
    failures=$((failures + 1))
  fi
}

captured() {   # captured FOLDER: that was written, of the server
  [[ $status -eq 0 && $(tail -n 1 "$work/out") == "$1" ]] &&
    grep -q '"local":"10.244.2.5"' "$1/addresses.json" &&
    grep -q 'REDIRECT --to-ports 15006' "$1/iptables-legacy-save.txt" &&
    says "$1" "\"network-namespace\": \"$(readlink "/proc/$server/ns/net")\"" &&
    python3 -m json.tool "$1/provenance.json" >"$work/provenance"
}

refused() {   # refused STATUS WORDS: nothing written, and why
  [[ $status -eq $1 && ! -e $work/no && ! -s $work/out ]] && grep -qF -- "$2" "$work/err"
}

lists() {   # lists PID...: candidates
  local pid
  for pid in "$@"; do
    grep -Eq -- "^  --pid $pid +net:\\[[0-9]+\\]: sleep" "$work/err" || return 1
  done
}

says() {   # says FOLDER WORDS: of where it comes from
  grep -qF -- "$2" "$1/provenance.json"
}

folder=${kept:-$work/server}
try "$capture" --pod "$run-server" -o "$folder"
check "the named pod is captured" captured "$folder"
check "its name is noted" says "$folder" "\"pod\": \"$run-server\""
check "the back end that holds rules is noted" says "$folder" '"ipv4": ["legacy"], "ipv6": ["legacy"]'
check "commands are noted with their ends" \
  says "$folder" "\"command\": \"nsenter -t $server -n ip -j addr\", \"exit\": 0"

try "$capture" --pid "$server" -o "$work/by-pid"
check "a process names its pod" captured "$work/by-pid"

name_made=$run-name
ip netns attach "$name_made" "$server"
try "$capture" --netns "$name_made" -o "$work/by-name"
check "a network namespace has a name" captured "$work/by-name"

id=$(printf '%064x' $$)
group=
for root in /sys/fs/cgroup /sys/fs/cgroup/unified /sys/fs/cgroup/pids /sys/fs/cgroup/memory; do
  if [[ -w $root/cgroup.procs ]] && mkdir "$root/$run-$id" 2>/dev/null; then
    group=$root/$run-$id
    break
  fi
done
if [[ -n $group ]] && echo "$server" >"$group/cgroup.procs" 2>/dev/null; then
  try "$capture" --container "${id:0:62}" -o "$work/by-container"
  check "a container is found by its control group" captured "$work/by-container"
  echo "$server" >"${group%/*}/cgroup.procs"
else
  echo "skipped: no control group to put a process in"
fi
[[ -z $group ]] || rmdir "$group"

mkdir "$work/here"
(cd "$work/here" && "$capture" --pod "$run-server" >"$work/out" 2>"$work/err") || status=$?
check "the folder is called by name and date" \
  grep -q . "$work/here/$run-server"-20??????T??????Z/provenance.json

try "$capture" --pod "$run-twin" -o "$work/no"
check "two pods of one name are refused" refused 1 "2 network namespaces fit pod $run-twin"
check "and listed" lists "$twin" "$other"
try "$capture" --pod "$run-serv" -o "$work/no"
check "the beginning of a name is not enough" refused 1 "no process here belongs to pod $run-serv"
try "$capture" --container 0123456789abcdef -o "$work/no"
check "an unknown container is refused" refused 1 "no process here belongs to container"
try "$capture" --pid 4194305 -o "$work/no"
check "a process that is not there is refused" refused 1 "no process has the number 4194305"
try "$capture" --netns "$run-nobody" -o "$work/no"
check "a name that is not there is refused" refused 1 "there is no network namespace"
try "$capture" -o "$work/no"
check "a capture of nothing is wrong usage" refused 2 "whose network namespace?"
try "$capture" --pod a --pid 1 -o "$work/no"
check "two names are wrong usage" refused 2 "--pod and --pid exclude each other"
try "$capture" --pid 1x -o "$work/no"
check "a number is a number" refused 2 "'1x' is not the number of a process"
try "$capture" --pod "$run-server" -o "$folder"
check "a folder that is not empty is left alone" refused 1 "is not empty"
try setpriv --reuid 1000 --regid 1000 --clear-groups bash -s -- --pod "$run-server" <"$capture"
check "without root it says so" refused 1 "needs root"
try "$capture" --help
check "there is help" grep -q '^usage: chainbook-capture' "$work/out"

# A file that is not executable in the place of a tool: the tool is missing, here only.
# shellcheck disable=SC2016  # the arguments are the inner shell's
try unshare --mount sh -euc 'mount --bind /dev/null "$(readlink -f "$(command -v ipset)")"; exec "$@"' \
  sh "$capture" --pod "$run-server" -o "$work/without"
check "without ipset the rest is captured" captured "$work/without"
check "what is missing is noted" says "$work/without" '"missing": ["ipset"]'
check "and has no file" test ! -e "$work/without/ipset-save.txt"

mkdir "$work/bin"
printf '#!/bin/sh\necho "no \\"such\\" thing" >&2\nexit 3\n' >"$work/bin/ss"
chmod +x "$work/bin/ss"
try env PATH="$work/bin:$PATH" "$capture" --pod "$run-server" -o "$work/failing"
check "where a command fails the rest is captured" captured "$work/failing"
check "how it ended is noted" says "$work/failing" '"exit": 3, "errors": "no \"such\" thing"'
check "and it has no file" test ! -e "$work/failing/listeners-tcp.txt"

try "$capture" --pod "$run-client" -o "$work/client"
check "a pod without rules is captured" test -e "$work/client/iptables-legacy-save.txt"
check "its rules are known to be none" test ! -s "$work/client/iptables-legacy-save.txt"
# shellcheck disable=SC2016
check "and it has got no table by that" \
  in_pod "$client" bash -c '[[ -z $(cat /proc/net/ip_tables_names /proc/net/ip6_tables_names) ]]'

[[ $failures -eq 0 ]]
