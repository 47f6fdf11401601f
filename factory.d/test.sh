# Every test of the repository, step by step. Sourced by ../factory.
#
# A step that cannot run on this machine is named and counted as skipped, never passed over in silence.

PASSED=0 FAILED=0 SKIPPED=0
SUMMARY=()
# What failed and then passed, a line each.
FLAKY=

run_tests() {
  [ $# -eq 0 ] || refuse "test takes no words: it runs everything."
  local begin
  begin=$(now)
  trap aborted EXIT
  find_jdk
  find_node
  prepare_machine
  step "Java: build, tests, rules" java_tests
  # The stories start the program twenty times: the cache for that is made beside the building of the cabinet.
  (build_java) || true
  start_training
  trap aborted EXIT
  step "web: packages" web_packages
  step "web: lint" web_lint
  step "web: unit tests" web_tests
  step "web: build" web_build
  finish_training
  trap aborted EXIT
  step "story in the browser" story
  step "fuzzing by the API document" fuzz
  report $(($(now) - begin))
}

# Runs one step; a step adds its own counts, or it counts as one.
step() {
  local name=$1 begin status=0 before
  shift
  begin=$(now)
  before=$((PASSED + FAILED + SKIPPED))
  say "== $name"
  "$@" || status=$?
  if [ $((PASSED + FAILED + SKIPPED)) -eq "$before" ]; then
    if [ $status -eq 0 ]; then count 1 0 0; else count 0 1 0; fi
  elif [ $status -ne 0 ] && [ "$FAILED" -eq 0 ]; then
    count 0 1 0
  fi
  local word=ok
  [ $status -eq 0 ] || word=FAILED
  SUMMARY+=("$(printf '%-30s %6s %5ds' "$name" "$word" $(($(now) - begin)))")
}

count() {
  PASSED=$((PASSED + $1))
  FAILED=$((FAILED + $2))
  SKIPPED=$((SKIPPED + $3))
}

skip() {
  say "SKIPPED: $*"
  count 0 0 1
}

report() {
  say ""
  printf '%s\n' "${SUMMARY[@]}"
  say "in $(($1 / 60)) min $(($1 % 60)) s"
  [ -z "$FLAKY" ] || say "Flaky, passed only when run again:$FLAKY"
  trap - EXIT
  say "tests: $PASSED passed, $FAILED failed, $SKIPPED skipped"
  [ "$FAILED" -eq 0 ]
}

# A step that ends the script is a failure too, and the last line is still the count.
aborted() {
  [ -z "$TRAINING" ] || kill "$TRAINING" 2>/dev/null || true
  FAILED=$((FAILED + 1))
  say "tests: $PASSED passed, $FAILED failed, $SKIPPED skipped"
  exit 1
}

# A browser, Telethon, Python's venv and two proxies for the tests that want them; root on Debian gets what is missing.
prepare_machine() {
  local missing=()
  find_chromium >/dev/null || missing+=(chromium)
  python3 -c 'import telethon' 2>/dev/null || missing+=(python3-telethon)
  python3 -c 'import venv, ensurepip' 2>/dev/null || missing+=(python3-venv)
  command -v microsocks >/dev/null || missing+=(microsocks)
  command -v tinyproxy >/dev/null || missing+=(tinyproxy-bin)
  [ ${#missing[@]} -gt 0 ] || return 0
  if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    say "Installing ${missing[*]} ..."
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"; } \
      >"$LOGS/apt.log" 2>&1 || say "  apt could not (.factory/logs/apt.log)."
  else
    say "Not installed here: ${missing[*]}; the tests that need them are skipped."
  fi
}

find_chromium() {
  local browser
  for browser in "${CHROMIUM:-}" /usr/bin/chromium-headless-shell /usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
    if [ -n "$browser" ] && [ -x "$browser" ]; then
      printf '%s' "$browser"
      return 0
    fi
  done
  return 1
}

java_tests() {
  local foreign=telegram/sandbox/src/test/foreign
  if [ ! -d "$foreign/node_modules" ]; then
    npm --prefix "$foreign" ci --ignore-scripts --no-audit --no-fund >"$LOGS/npm-foreign.log" 2>&1 ||
      say "  the packages of GramJS and mtcute could not be installed (.factory/logs/npm-foreign.log)"
  fi
  find telegram services apps checks -path '*/target/surefire-reports/TEST-*.xml' -exec rm -f {} +
  local status=0
  ./mvnw -B -ntp -T 2 --fail-at-end -Dsurefire.rerunFailingTestsCount=1 verify 2>&1 | tee "$LOGS/verify.log" | maven_progress || status=$?
  [ $status -eq 0 ] || grep -m 60 '^\[ERROR\]' "$LOGS/verify.log" || true
  count_surefire
  [ $status -eq 0 ] && take_app "$(java_fingerprint)"
  return $status
}

count_surefire() {
  local counts
  counts=$(find telegram services apps checks -path '*/target/surefire-reports/TEST-*.xml' -exec grep -h -m 1 -o '<testsuite .*' {} + |
    awk '{
      if (match($0, / tests="[0-9]+"/))    tests   += substr($0, RSTART + 8, RLENGTH - 9)
      if (match($0, / failures="[0-9]+"/)) failed  += substr($0, RSTART + 11, RLENGTH - 12)
      if (match($0, / errors="[0-9]+"/))   failed  += substr($0, RSTART + 9, RLENGTH - 10)
      if (match($0, / skipped="[0-9]+"/))  skipped += substr($0, RSTART + 10, RLENGTH - 11)
    } END { printf "%d %d %d", tests - failed - skipped, failed, skipped }')
  count $counts
  FLAKY+=$(surefire_flaky)
}

# A test that failed and then passed is no failure of the run, but never passed over in silence either.
surefire_flaky() {
  find telegram services apps checks -path '*/target/surefire-reports/TEST-*.xml' -exec cat {} + | awk '
    /<testcase / { match($0, / name="[^"]*"/); name = substr($0, RSTART + 7, RLENGTH - 8)
                   match($0, / classname="[^"]*"/); class = substr($0, RSTART + 12, RLENGTH - 13) }
    /<flaky(Failure|Error)/ { printf "\n  %s.%s", class, name }'
}

web_packages() {
  install_npm web
}

web_lint() {
  npm --prefix web run lint --silent
}

web_tests() {
  local results=$STATE/vitest.json status=0
  rm -f "$results"
  npm --prefix web test --silent -- --reporter=default --reporter=json --outputFile.json="$results" || status=$?
  [ -f "$results" ] && count $(node -p 'const r = JSON.parse(require("fs").readFileSync(process.argv[1])); [r.numPassedTests, r.numFailedTests, r.numPendingTests + r.numTodoTests].join(" ")' "$results")
  return $status
}

web_build() {
  npm --prefix web run build --silent && built web "$(web_fingerprint)"
}

story() {
  local browser results=$STATE/story.json status=0
  install_npm web/story
  browser=$(find_chromium) || {
    skip "the story in a browser: no Chromium here (set CHROMIUM to one)"
    return 0
  }
  build_java
  rm -f "$results"
  CHROMIUM=$browser STORY_RESULTS=$results STORY_APP=$APP/app.jar STORY_WEB=$ROOT/web/dist \
    node web/story/run.js || status=$?
  [ -f "$results" ] || return $status
  count $(node -p 'const r = JSON.parse(require("fs").readFileSync(process.argv[1])); [r.passed, r.failed, r.skipped].join(" ")' "$results")
  FLAKY+=$(node -p 'JSON.parse(require("fs").readFileSync(process.argv[1])).flaky.map((suite) => `\n  story ${suite}`).join("")' "$results")
  return $status
}

# schemathesis lives in a folder of its own; nothing of the machine's Python is touched.
FUZZ_VENV=$STATE/fuzz-venv

find_schemathesis() {
  local wanted=web/story/fuzz/requirements.txt log=$LOGS/fuzz-venv.log
  command -v python3 >/dev/null || return 1
  if ! changed fuzz-venv "$(fingerprint "$wanted")" && [ -x "$FUZZ_VENV/bin/st" ]; then return; fi
  say "Installing schemathesis ..."
  rm -rf "$FUZZ_VENV"
  { python3 -m venv "$FUZZ_VENV" && "$FUZZ_VENV/bin/pip" install -q -r "$wanted"; } >"$log" 2>&1 || return 1
  built fuzz-venv "$(fingerprint "$wanted")"
}

fuzz() {
  local results=$STATE/fuzz.json status=0
  find_schemathesis || {
    skip "fuzzing by the API document: no python3 with venv, or its packages cannot be had (.factory/logs/fuzz-venv.log)"
    return 0
  }
  build_java
  rm -f "$results"
  SCHEMATHESIS=$FUZZ_VENV/bin/st STORY_RESULTS=$results STORY_APP=$APP/app.jar STORY_WEB=$ROOT/web/dist \
    node web/story/fuzz.js || status=$?
  [ -f "$results" ] && count $(node -p 'const r = JSON.parse(require("fs").readFileSync(process.argv[1])); [r.passed, r.failed, r.skipped].join(" ")' "$results")
  return $status
}
