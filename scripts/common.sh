# What the scripts share. Sourced, not run.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# The versions that this source was tested with. wasm-bindgen's two halves must be of one version.
trunk_version=0.21.14
binaryen_version=132.0.0
wasm_bindgen_version=$(sed -n '/^name = "wasm-bindgen"$/{n;s/^version = "\(.*\)"$/\1/p;}' Cargo.lock)

# A second clone finds its tools here.
cache=${COMMONS_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/commons}

say() { printf '%s\n' "$*" >&2; }

fail() { # what, remedy
  say "failed: $1"
  say "  help: $2"
  exit 2
}

# The folder of a tool that was installed into the cache.
tool_bin() { # name version
  printf '%s/tools/%s-%s/bin' "$cache" "$1" "$2"
}

# Whether a program prints this version, on its own or after its name.
is_version() { # program version
  # Trunk takes NO_COLOR=1 for a malformed option.
  command -v "$1" >/dev/null && env -u NO_COLOR "$1" --version 2>/dev/null | grep -qwF -- "$2"
}

# Whether the wasm-opt that is here is at least the tested one.
wasm_opt_is_new() {
  local here
  here=$(wasm-opt --version 2>/dev/null | sed 's/^wasm-opt version \([0-9]*\).*/\1/')
  [ "${here:-0}" -ge "${binaryen_version%%.*}" ]
}

PATH=$(tool_bin binaryen "$binaryen_version"):$(tool_bin trunk "$trunk_version"):$(tool_bin wasm-bindgen-cli "$wasm_bindgen_version"):$PATH
export PATH

# Everything that the shell (wasm, JavaScript, styles) is built from; the command line is no part of it.
shell_hash() {
  {
    find src style index.html Trunk.toml Cargo.toml Cargo.lock scripts/site scripts/shell \
      -type f -not -path 'src/shell/native/*' -print0 | LC_ALL=C sort -z | xargs -0 sha256sum
    rustc --version
  } | sha256sum | cut -d' ' -f1
}

# Whether target/shell was built from what stands here now.
shell_is_fresh() {
  [ -f target/shell/.built-from ] && [ "$(cat target/shell/.built-from)" = "$(shell_hash)" ]
}

# The native program, optimised; a moment where nothing changed.
build_commons() {
  cargo build --quiet --release --bin commons
  commons=${CARGO_TARGET_DIR:-target}/release/commons
}
