#!/usr/bin/env bash
# Starts json-server 0.17 with an empty gallery on port 3000 (or the one given). All it needs and
# writes stays below target/json-server.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder="$here/../../../target/json-server"
mkdir -p "$folder"
cd "$folder"
[ -d node_modules/json-server ] || npm install --no-save --no-audit --no-fund --prefix . json-server@0.17.4
cp "$here/empty.json" db.json
exec node node_modules/json-server/lib/cli/bin.js --quiet --host 127.0.0.1 --port "${1:-3000}" db.json
