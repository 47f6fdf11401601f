# Building what changed. Sourced by ../factory; logs go to .factory/logs.

# Runs a step with its output in a log file; shows the end of it when the step fails.
quietly() {
  local log=$LOGS/$1.log
  shift
  if ! "$@" >"$log" 2>&1; then
    tail -n 40 "$log" >&2
    refuse "that failed; the whole output is in ${log#"$ROOT"/}."
  fi
}

# True when the fingerprint of a part is not the one it was built from.
changed() {
  [ "$(cat "$STATE/$1.built-from" 2>/dev/null)" != "$2" ]
}

built() {
  printf '%s\n' "$2" >"$STATE/$1.built-from"
}

java_fingerprint() {
  local sources=(pom.xml .mvn)
  local folder
  for folder in telegram/* services/* apps/*; do
    sources+=("$folder/pom.xml")
    for part in src/main; do
      [ -d "$folder/$part" ] && sources+=("$folder/$part")
    done
  done
  fingerprint "${sources[@]}"
}

# Maven's own lines, one short line a module.
maven_progress() {
  sed -n -u -E 's/^\[INFO\] Building (.+) [0-9][^ ]* +(\[[0-9]+\/[0-9]+\])$/  \2 \1/p'
}

build_java() {
  local sources
  sources=$(java_fingerprint)
  if ! changed java "$sources" && [ -f "$APP/app.jar" ]; then return; fi
  find_jdk
  say "Building the Java modules (about two minutes the first time) ..."
  local log=$LOGS/build-java.log status=0
  ./mvnw -B -ntp -T 2 -DskipTests -Dspotless.check.skip -pl apps/standalone-app -am package 2>&1 |
    tee "$log" | maven_progress || status=$?
  [ "$status" -eq 0 ] || {
    grep -m 20 '^\[ERROR\]' "$log" >&2
    refuse "the Java build failed; the whole output is in ${log#"$ROOT"/}."
  }
  take_app "$sources"
}

# Lays the built program out for the fastest start: one thin jar beside its libraries.
take_app() {
  rm -rf "$APP" "$APP.next" "$AOT_CACHE"
  quietly extract java -Djarmode=tools -jar "$(ls apps/standalone-app/target/*-exec.jar)" extract --destination "$APP.next"
  mv "$APP.next" "$APP"
  mv "$APP"/standalone-app-*.jar "$APP/app.jar"
  built java "$1"
}

web_fingerprint() {
  fingerprint web/src web/public web/index.html web/package.json web/package-lock.json web/tsconfig.json web/vite.config.ts web/scripts
}

build_web() {
  [ -f web/package.json ] || return 0
  local sources
  sources=$(web_fingerprint)
  if ! changed web "$sources" && [ -f web/dist/index.html ]; then return; fi
  find_node
  install_npm web
  say "Building the cabinet ..."
  quietly build-web npm --prefix web run build
  built web "$sources"
}

# `npm ci` of a folder, only when its lock file is not the one installed.
install_npm() {
  local folder=$1 name lock
  name=npm-${folder//\//-}
  lock=$(fingerprint "$folder/package-lock.json")
  if ! changed "$name" "$lock" && [ -d "$folder/node_modules" ]; then return; fi
  say "Installing the packages of $folder ..."
  quietly "$name" npm --prefix "$folder" ci --ignore-scripts --no-audit --no-fund
  built "$name" "$lock"
}
