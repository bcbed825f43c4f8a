#!/usr/bin/env bash
# Starts a service: start.sh NAME PORT [BROKEN], such as start.sh bank 8101 keeps-the-last-penny.
# All it writes stays below target/contracts.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
name=${1:-}
port=${2:-}
case "$name" in
  bank | slots | jobs | todos) ;;
  *) echo "start.sh: '$name' is none of bank, slots, jobs and todos" >&2; exit 3 ;;
esac
case "$port" in
  '' | *[!0-9]*) echo "start.sh: '$port' is no port" >&2; exit 3 ;;
esac
form=()
[ $# -lt 3 ] || form+=(--broken "$3")
export TMPDIR="$here/../../../target/contracts"
mkdir -p "$TMPDIR"
exec node "$here/$name.mjs" --port "$port" "${form[@]}"
