# Measurements and long trials, one file each in factory.d/bench. Sourced by ../factory.

bench() {
  local name=${1:-}
  [ $# -gt 0 ] && shift
  if [[ ! "$name" =~ ^[a-z-]+$ ]] || [ ! -f "$ROOT/factory.d/bench/$name.sh" ]; then
    refuse "bench takes one of: $(cd "$ROOT/factory.d/bench" && ls | sed 's/\.sh$//' | tr '\n' ' ')"
  fi
  find_jdk
  . "$ROOT/factory.d/bench/$name.sh"
  "bench_$name" "$@"
}

# One test class with other numbers than in `./factory test`; shows the lines that begin with a word of ours.
bench_test() {
  local name=$1 module=$2 class=$3
  shift 3
  local log=$LOGS/bench-$name.log status=0
  say "Building, then measuring; the whole output is in ${log#"$ROOT"/} ..."
  ./mvnw -B -ntp -pl "$module" -am verify -Dtest="$class" -Dsurefire.failIfNoSpecifiedTests=false -Dspotless.check.skip "$@" \
    >"$log" 2>&1 || status=$?
  grep "^$name:" "$log" || true
  [ "$status" -eq 0 ] || {
    grep -m 20 '^\[ERROR\]' "$log" >&2
    return "$status"
  }
}
