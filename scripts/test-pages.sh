#!/usr/bin/env bash
# The account and the desk of the demonstration in a real browser.
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
desk=
cleanup() {
  [ -n "$desk" ] && kill "$desk" 2>/dev/null || true
  rm -rf "$work"
}
trap cleanup EXIT

bearings=$(pwd)/${CARGO_TARGET_DIR:-target}/debug/bearings
case ${CARGO_TARGET_DIR:-} in /*) bearings=$CARGO_TARGET_DIR/debug/bearings ;; esac
export XDG_CONFIG_HOME="$work/config" BEARINGS_BY=test

"$bearings" new "$work/case" --zone Europe/Kyiv --title "Kharkiv: a demonstration" >/dev/null
"$bearings" --case "$work/case" add demo/texts >/dev/null || [ $? -eq 1 ]
"$bearings" --case "$work/case" account --out "$work/account" >/dev/null
"$bearings" --case "$work/case" serve --port 0 >"$work/served" &
desk=$!
for _ in $(seq 100); do
  grep -q 'http://' "$work/served" && break
  sleep 0.1
done

export BEARINGS_ACCOUNT="$work/account"
BEARINGS_DESK=$(grep -o 'http://[0-9.:]*' "$work/served" | head -n 1)
export BEARINGS_DESK
cd web
npm test --silent
npm run --silent test:account
npm run --silent test:desk
