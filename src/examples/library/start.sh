#!/usr/bin/env bash
# Starts dynalite 4, a DynamoDB server, on port 3000 (or the one given), with one empty table “books”.
# All it needs and writes stays below target/library.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
port=${1:-3000}
folder="$here/../../../target/library"
mkdir -p "$folder"
cd "$folder"
[ -d node_modules/dynalite ] || npm install --no-save --no-audit --no-fund --ignore-scripts --prefix . dynalite@4.0.0
exec node "$here/library.mjs" "$folder" "$port"
