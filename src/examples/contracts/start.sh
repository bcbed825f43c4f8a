#!/usr/bin/env bash
# Starts a service: start.sh PORT NAME [BROKEN], such as start.sh 8101 bank keeps-the-last-penny.
# All it writes stays below target/contracts.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
port=${1:-}
name=${2:-}
case "$name" in
  proxy) exec node "$here/proxy.mjs" --port "$port" "${@:3}" ;;
  bank | slots | jobs | todos) ;;
  *) echo "start.sh: '$name' is none of bank, slots, jobs, todos and proxy" >&2; exit 3 ;;
esac
case "$port" in
  '' | *[!0-9]*) echo "start.sh: '$port' is no port" >&2; exit 3 ;;
esac
form=()
[ $# -lt 3 ] || form+=(--broken "$3")
export TMPDIR="$here/../../../target/contracts"
mkdir -p "$TMPDIR"
exec node "$here/$name.mjs" --port "$port" "${form[@]}"
