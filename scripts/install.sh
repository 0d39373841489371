#!/usr/bin/env bash
# Installs what is missing on Debian for `demo` or `test`; says what it does, does nothing twice.
set -euo pipefail

purpose=${1:-demo}
rust_needed=1.90

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"
  elif command -v sudo >/dev/null; then sudo "$@"
  else
    echo "error: '$*' needs root; run as root or install sudo" >&2
    exit 1
  fi
}

updated=no
install_packages() {
  [ $# -gt 0 ] || return 0
  if ! command -v apt-get >/dev/null; then
    echo "error: these are missing and there is no apt-get to install them: $*" >&2
    exit 1
  fi
  if [ "$updated" = no ]; then
    as_root apt-get update -qq
    updated=yes
  fi
  echo "installing $*"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

missing=()
command -v cc >/dev/null || missing+=(build-essential)
command -v git >/dev/null || missing+=(git)
command -v curl >/dev/null || missing+=(curl ca-certificates)
command -v node >/dev/null || missing+=(nodejs)
command -v npm >/dev/null || missing+=(npm)
# Films, recordings and rarer pictures are decoded by ffmpeg.
command -v ffmpeg >/dev/null && command -v ffprobe >/dev/null || missing+=(ffmpeg)
if [ "$purpose" = test ]; then
  command -v chromium >/dev/null || missing+=(chromium)
  command -v openssl >/dev/null || missing+=(openssl)
  # Where the kernel has no Landlock, bubblewrap hides files from decoders: both are tested.
  command -v bwrap >/dev/null || missing+=(bubblewrap)
  for language in eng ukr rus; do
    ls /usr/share/tesseract-ocr/*/tessdata/"$language".traineddata >/dev/null 2>&1 \
      || missing+=(tesseract-ocr tesseract-ocr-"$language")
  done
  fc-list 2>/dev/null | grep -qi dejavu || missing+=(fonts-dejavu-core)
fi
install_packages ${missing[@]+"${missing[@]}"}

# A toolchain of rustup's is used where there is one; Debian 12's own Rust is too old.
[ -f "$HOME/.cargo/env" ] && . "$HOME/.cargo/env"
has_rust() {
  command -v cargo >/dev/null || return 1
  local have
  have=$(cargo --version | sed -E 's/^cargo ([0-9]+\.[0-9]+).*/\1/')
  [ "$(printf '%s\n%s\n' "$rust_needed" "$have" | sort -V | head -n 1)" = "$rust_needed" ]
}
if ! has_rust; then
  if command -v rustup >/dev/null; then
    echo "installing Rust's stable toolchain"
    rustup toolchain install stable --no-self-update --profile minimal -c clippy -c rustfmt
    rustup default stable
  else
    echo "installing Rust with its own installer"
    curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs | sh -s -- -y --profile minimal -c clippy -c rustfmt \
      || { echo "error: Rust $rust_needed or newer is needed and could not be installed; install it from rust-lang.org and run this again" >&2; exit 1; }
    . "$HOME/.cargo/env"
  fi
fi
