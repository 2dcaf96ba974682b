#!/usr/bin/env bash
# Proves the capture commands printed in the book. Stages a worker node in small:
# processes named envoy, each with a network namespace and a host name of its own,
# and runs the printed snippet against them as a reader would paste it.
set -euo pipefail
export LC_ALL=C PATH="$PATH:/usr/sbin:/sbin"

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
snippet=${here%/*}/snippets/capture-sidecar-dump.sh

missing=()
for tool in hostname iptables iptables-save mktemp nsenter pgrep unshare; do
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
cleanup() {
  local pid
  for pid in "${processes[@]}"; do
    kill "$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
  done
  rm -rf "$work"   # the namespaces go with their last process
}
trap cleanup EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

# Where there is no sudo, root can do without.
if ! command -v sudo >/dev/null; then
  mkdir "$work/bin"
  printf '#!/bin/sh\nexec "$@"\n' >"$work/bin/sudo"
  chmod +x "$work/bin/sudo"
  PATH=$work/bin:$PATH
fi

# pgrep looks at the name of the program file, so that is what must be envoy.
cp "$(command -v sleep)" "$work/envoy"

# envoy_in NAME PORT: a pod of that name, whose rules differ from all others by PORT.
# Leaves the process in $pid.
envoy_in() {
  # shellcheck disable=SC2016  # the arguments are the inner shell's
  unshare --net --uts sh -euc '
    hostname "$1"
    iptables -t nat -A OUTPUT -p tcp -j REDIRECT --to-ports "$2"
    exec "$3" 120' sh "$1" "$2" "$work/envoy" &
  await_envoy
}

# envoy_beside PID: one more envoy in the pod of that process.
envoy_beside() {
  nsenter -t "$1" -n -u "$work/envoy" 120 &
  await_envoy
}

await_envoy() {
  pid=$!
  processes+=("$pid")
  local tries
  for ((tries = 0; tries < 100; tries++)); do
    if [[ $(cat "/proc/$pid/comm") == envoy ]]; then
      return
    fi
    sleep 0.1
  done
  echo "${0##*/}: could not stage a pod" >&2
  exit 1
}

# capture SHELL POD: the snippet as printed but for the pod's name, read as typed input.
# The line after it shows that the reader's shell is still there.
capture() {
  { sed "1s/.*/POD=$2/" "$snippet"; echo 'echo "status $?"'; } | "$1" >"$work/out" 2>"$work/err" || true
}

failures=0
check() {
  local what=$1
  shift
  if "$@"; then
    echo "ok: $what"
  else
    echo "FAILED: $what" >&2
    sed 's/^/  | /' "$work/out" "$work/err" >&2
    failures=$((failures + 1))
  fi
}

dumped_only() {   # dumped_only PORT: one dump with counters, of the pod that redirects there
  [[ $(tail -n 1 "$work/out") == "status 0" ]] &&
    [[ $(grep -c '^COMMIT$' "$work/out") -eq 1 ]] &&
    [[ $(grep -o -e '--to-ports.*' "$work/out") == "--to-ports $1" ]] &&
    grep -q '^\[0:0\] -A OUTPUT' "$work/out"
}

refused() {   # refused WORDS: nobody's dump, a message, and a shell that lives on
  [[ $(cat "$work/out") == "status 1" ]] && grep -qF -- "$1" "$work/err"
}

run=cb$$   # keeps the staged names apart from pods of a real node
envoy_in "$run-server-l2" 15002
envoy_in "$run-server" 15001
envoy_beside "$pid"
envoy_in "$run-twin" 15003
envoy_in "$run-twin" 15004

for shell in bash sh; do
  capture "$shell" "$run-server"
  check "$shell: the named pod, in which two envoys run, is dumped" dumped_only 15001
  capture "$shell" "$run-server-l2"
  check "$shell: a pod whose name begins with another pod's name is dumped" dumped_only 15002
  capture "$shell" "$run-serv"
  check "$shell: the beginning of a name is not enough" refused "no envoy runs here in a pod named $run-serv"
  capture "$shell" "$run-unknown"
  check "$shell: an unknown pod is refused" refused "no envoy runs here in a pod named $run-unknown"
  capture "$shell" "$run-twin"
  check "$shell: two pods of one name are refused" refused "more than one pod here is named $run-twin"
done
[[ $failures -eq 0 ]]
