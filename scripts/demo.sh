#!/usr/bin/env bash
# The main job, from texts and two pictures to an account in the browser.
set -euo pipefail
cd "$(dirname "$0")/.."
[ -f "$HOME/.cargo/env" ] && . "$HOME/.cargo/env"

echo "building (the first time takes a few minutes)"
cargo build --release --locked --quiet
bearings=${CARGO_TARGET_DIR:-target}/release/bearings

# The demonstration is made anew each time; the key and the name are its own.
rm -rf demo-case demo-account
export BEARINGS_BY="demonstration"

"$bearings" new demo-case --zone Europe/Kyiv --title "Kharkiv, 24 February to 1 March 2022: a demonstration"
# 1 is "done, with problems listed": those of the texts, which the case shows.
"$bearings" --case demo-case add demo/texts || [ $? -eq 1 ]
# An old picture, and an edited copy that is said to show a day of the case.
"$bearings" --case demo-case add --published 2019-06-12 demo/footage/street-2019.png || [ $? -eq 1 ]
"$bearings" --case demo-case add --published 2022-02-28 --shows 2022-02-28 \
  demo/footage/street-this-morning.jpg || [ $? -eq 1 ]
echo
"$bearings" --case demo-case status
echo
"$bearings" --case demo-case account --out demo-account
"$bearings" --case demo-case verify

if [ "${SERVE:-1}" = 1 ]; then
  exec "$bearings" --case demo-case serve
fi
