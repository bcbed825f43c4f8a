#!/usr/bin/env bash
# Starts Parse Server on port 1337 (or the one given) with a PostgreSQL of its own, which ends with
# it. All it needs and writes stays below target/parse-server. Needs target/meanwhile.jar.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
target="$here/../../../target"
mkdir -p "$target/parse-server"
cd "$target/parse-server"
[ -d node_modules/parse-server ] \
  || npm install --no-save --no-audit --no-fund --prefix . parse-server@9.10.0 express@5.1.0
cp "$here/start.mjs" .
"${JAVA:-java}" -jar "$target/meanwhile.jar" database --port 54329 &
trap 'kill $!' EXIT
until (exec 3<>/dev/tcp/127.0.0.1/54329) 2>/dev/null; do sleep 0.2; done
node start.mjs postgres://postgres@127.0.0.1:54329/postgres "${1:-1337}"
