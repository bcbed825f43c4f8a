#!/usr/bin/env bash
# Starts Parse Server on port 1337 (or the one given) with a PostgreSQL of its own, which ends with
# it. All it needs and writes stays below target/parse-server. Needs target/meanwhile.jar and Java 25;
# MEANWHILE may name another way to start the program.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
target=$(cd "$here/../../.." && pwd)/target
mkdir -p "$target/parse-server"
cd "$target/parse-server"
[ -d node_modules/parse-server ] \
  || npm install --no-save --no-audit --no-fund --prefix . parse-server@9.10.0 express@5.2.1 @parse/fs-files-adapter@3.0.0
cp "$here/start.mjs" .
exec 3< <(exec ${MEANWHILE:-java -jar "$target/meanwhile.jar"} database)
database=$!
trap 'kill "$database"' EXIT
read -r address <&3
node start.mjs "$address" "${1:-1337}" &
server=$!
trap 'kill "$server" "$database"' EXIT
wait "$server"
