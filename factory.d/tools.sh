# Finding what the build needs, and saying what is missing. Sourced by ../factory.

say() { printf '%s\n' "$*"; }

refuse() {
  printf 'factory: %s\n' "$*" >&2
  exit 2
}

now() { date +%s; }

# The Java version of a JDK's folder, or nothing when it is not a JDK.
jdk_version() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

javac_home() {
  local javac
  javac=$(command -v javac 2>/dev/null) || return 0
  javac=$(readlink -f "$javac" 2>/dev/null || echo "$javac")
  dirname "$(dirname "$javac")"
}

find_jdk() {
  if [ -n "${CF_JAVA_HOME:-}" ] && [ "$(jdk_version "$CF_JAVA_HOME")" != 25 ]; then
    refuse "CF_JAVA_HOME=$CF_JAVA_HOME is not a JDK 25."
  fi
  local home
  for home in "${CF_JAVA_HOME:-}" "${JAVA_HOME:-}" "$(javac_home)" /usr/lib/jvm/* /opt/* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$home" ] && [ "$(jdk_version "$home")" = 25 ]; then
      export JAVA_HOME=$home
      export PATH=$home/bin:$PATH
      return
    fi
  done
  refuse "no JDK 25 found. Install one (Debian: apt install temurin-25-jdk or openjdk-25-jdk; macOS: brew install openjdk@25; anywhere: https://adoptium.net) or name it: CF_JAVA_HOME=/path/to/jdk-25 ./factory up"
}

find_node() {
  local version
  version=$(node --version 2>/dev/null) || refuse "no Node.js found. Install version 20.19 or newer (https://nodejs.org)."
  version=${version#v}
  local major=${version%%.*} rest=${version#*.}
  local minor=${rest%%.*}
  if [ "$major" -lt 20 ] || { [ "$major" -eq 20 ] && [ "$minor" -lt 19 ]; }; then
    refuse "Node.js $version is too old: install 20.19 or newer (https://nodejs.org)."
  fi
}

if command -v sha256sum >/dev/null; then CHECKSUM="sha256sum"; else CHECKSUM="shasum -a 256"; fi

# One checksum over the names and contents of the files found under the given paths.
fingerprint() {
  find "$@" \( -name node_modules -o -name target -o -name dist \) -prune -o -type f -print0 |
    LC_ALL=C sort -z | xargs -0 $CHECKSUM | $CHECKSUM | cut -d' ' -f1
}

# Reads .env: NAME=value lines, no shell in it; what the environment says already stays.
read_dot_env() {
  [ -f "$ROOT/.env" ] || return 0
  local line name
  while IFS= read -r line || [ -n "$line" ]; do
    case $line in '' | \#*) continue ;; esac
    name=${line%%=*}
    case $name in CF_* | DEBUG) ;; *) refuse ".env: only CF_* settings and DEBUG are read, not \"$name\"." ;; esac
    [ -n "${!name:-}" ] || export "$name=${line#*=}"
  done <"$ROOT/.env"
}
