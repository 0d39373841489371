#!/usr/bin/env bash
# Builds bearings-credentials, which checks C2PA manifests, and puts it where bearings looks first:
# beside itself.
set -euo pipefail
cd "$(dirname "$0")/.."
[ -f "$HOME/.cargo/env" ] && . "$HOME/.cargo/env"

target=${CARGO_TARGET_DIR:-target}

echo "building bearings-credentials (the first time takes some minutes)"
cargo build --manifest-path credentials/Cargo.toml --target-dir "$target/credentials" --locked --quiet
for profile in debug release; do
  install -D "$target/credentials/debug/bearings-credentials" "$target/$profile/bearings-credentials"
done
echo "bearings-credentials is in $target/release: keep it beside bearings or on the PATH"
