#!/usr/bin/env bash
# Makes the damaged dump of the book out of the captured one: what is left of
# iptables-save's output after a careless machine translation of a page. The rules
# come through; the chain declarations from the fourth on do not.
#
#   damage.sh [FROM [TO]]
set -euo pipefail
export LC_ALL=C

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
from=${1:-${here%/*}/dumps/fortio-server/iptables-save.txt}
to=${2:-${here%/*}/dumps/damaged/iptables-save.txt}

if [[ $# -gt 2 ]]; then
  echo "usage: ${0##*/} [FROM [TO]]" >&2
  exit 2
fi
if [[ ! -r $from ]]; then
  echo "${0##*/}: cannot read $from" >&2
  exit 1
fi

work=$(mktemp)
trap 'rm -f "$work"' EXIT

# First what iptables-save prints without -c, from *nat to COMMIT; then the damage.
sed -E '/^#/d; s/^\[[0-9]+:[0-9]+\] //' "$from" | sed -E '
  s/^:POSTROUTING ACCEPT (.*)/:after_routing acept \1 :istio_entrance/
  s/^:ISTIO_INBOUND .*/:istio_inbound - [0:0] :istio_detour_inward - [0:0/
  s/^(:ISTIO_IN_REDIRECT) .*/\1 - [0:0] :ISTIO_REDIRECT - [0:0/
  s/^(:ISTIO_OUTPUT) .*/\1 - [0:0] :ISTIO_IN_REDIRECT - [0:0] :ISTIO_REDIRECT - [0/
  s/^(:ISTIO_REDIRECT) .*/\1 - [0:0] :ISTIO_OUTPUT - [0:0]/' >"$work"

# The book quotes the damaged lines by number, so all five must be where it says.
damaged=$(sed -n '5,9p' "$work" | grep -cE '^:.+ :' || true)
if [[ $(head -n 1 "$work") != '*nat' || $damaged -ne 5 || $(tail -n 1 "$work") != COMMIT ]]; then
  echo "${0##*/}: $from is not the dump of a sidecar's nat table; $to is left as it was" >&2
  exit 1
fi
cp "$work" "$to"
chmod 644 "$to"
