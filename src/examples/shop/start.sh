#!/usr/bin/env bash
# Starts the shop on port 8090 (or the one given), repaired if the word is given: start.sh 8091 repaired.
# An address is that of the payment service: start.sh 8091 http://127.0.0.1:8093.
# All it writes stays below target/shop.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
port=8090
form=()
for word in "$@"; do
  case "$word" in
    repaired) form+=(--repaired) ;;
    http://*) form+=(--payments "$word") ;;
    *[!0-9]* | '') echo "start.sh: '$word' is no port, no address and not the word repaired" >&2; exit 3 ;;
    *) port=$word ;;
  esac
done
export TMPDIR="$here/../../../target/shop"
mkdir -p "$TMPDIR"
exec node "$here/shop.mjs" --port "$port" "${form[@]}"
