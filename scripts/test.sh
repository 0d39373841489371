#!/usr/bin/env bash
# Every test of the project, in the order in which it fails soonest.
set -euo pipefail
cd "$(dirname "$0")/.."
[ -f "$HOME/.cargo/env" ] && . "$HOME/.cargo/env"

step() { printf '\n== %s\n' "$*"; }

if cargo fmt --version >/dev/null 2>&1; then
  step "format"
  cargo fmt --all --check
  cargo fmt --manifest-path credentials/Cargo.toml --check
fi

target=${CARGO_TARGET_DIR:-target}

step "build"
cargo build --workspace --all-targets --locked --quiet

if cargo clippy --version >/dev/null 2>&1; then
  step "lints"
  cargo clippy --workspace --all-targets --locked --quiet -- -D warnings
fi

step "tidy"
# The programs as the workspace built them: asking cargo for one package would build them again.
"$target/debug/xtask" tidy
"$target/debug/xtask" reference --check

step "pages in a browser"
scripts/test-pages.sh

step "content credentials"
scripts/credentials.sh
cargo test --manifest-path credentials/Cargo.toml --target-dir "$target/credentials" --locked --quiet
# The jail's tests then try the program itself, on the files that its own tests signed.
BEARINGS_CREDENTIALS_BUILT=$(realpath "$target/credentials")
export BEARINGS_CREDENTIALS_BUILT

step "tests"
cargo test --workspace --locked --quiet --no-fail-fast
