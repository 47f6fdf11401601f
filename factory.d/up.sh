# Starting the all-in-one and the sandbox. Sourced by ../factory.

# The serial collector and a heap that starts small and gives back keep an idle process small (of
# about 300 MB at rest they save 75); the same flags must stand when the AOT cache is made and when it
# is used, or it is ignored.
JVM=(-XX:+UseCompactObjectHeaders -XX:+UseSerialGC -Xms64m -Xmx512m
  -XX:MinHeapFreeRatio=20 -XX:MaxHeapFreeRatio=40 -XX:+ExitOnOutOfMemoryError
  --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow
  -Dfile.encoding=UTF-8 -Djava.awt.headless=true)

up() {
  [ $# -eq 0 ] || refuse "up takes no words; settings are CF_* variables (docs/configuration.md)."
  read_dot_env
  # A relative folder is meant from where the person stands.
  case ${CF_DATA_DIR:-} in '') ;; /*) ;; *) export CF_DATA_DIR=$CALLED_FROM/$CF_DATA_DIR ;; esac
  find_jdk
  build_java
  start_training
  build_web
  finish_training
  local web=()
  [ -f web/dist/index.html ] && web=(-Dapi-gateway.web-directory="$ROOT/web/dist")
  say "Starting ..."
  exec java "${JVM[@]}" $(aot_flags) ${web[@]+"${web[@]}"} -jar "$APP/app.jar"
}

aot_flags() {
  if [ -f "$AOT_CACHE" ]; then printf '%s' "-XX:AOTCache=$AOT_CACHE -Xlog:aot=off -Xlog:cds=off"; fi
}

sandbox() {
  [ $# -eq 0 ] || refuse "sandbox takes no words; settings are CF_* variables (docs/configuration.md)."
  read_dot_env
  find_jdk
  build_java
  exec java "${JVM[@]}" -cp "$APP/lib/*" xyz.contentfactory.telegram.sandbox.SandboxMain
}

# One start of the all-in-one on a folder of its own records which classes a start needs; the JVM
# writes them into a cache when it stops. Later starts take about half the time.
train() {
  local folder=$STATE/training-$$ log=$LOGS/training.log pid seconds=0
  rm -f "$AOT_CACHE.next" && : >"$log"
  env -i PATH="$PATH" HOME="$HOME" CF_DATA_DIR="$folder" CF_HTTP_PORT=0 CF_SANDBOX_HTTP_PORT=0 CF_MAIL_PORT=0 \
    java "${JVM[@]}" -XX:AOTCacheOutput="$AOT_CACHE.next" -jar "$APP/app.jar" >>"$log" 2>&1 &
  pid=$!
  trap 'kill $pid || true; wait $pid || true; rm -rf "$folder"; exit 1' TERM HUP
  until grep -q 'is ready: http' "$log"; do
    seconds=$((seconds + 1))
    if [ $seconds -gt 120 ] || ! kill -0 $pid 2>/dev/null; then
      kill $pid 2>/dev/null || true
      wait $pid || true
      rm -rf "$folder"
      return 1
    fi
    sleep 1
  done
  kill -TERM $pid
  wait $pid || true
  rm -rf "$folder"
  [ -f "$AOT_CACHE.next" ] && mv "$AOT_CACHE.next" "$AOT_CACHE"
}

TRAINING=
start_training() {
  [ -f "$AOT_CACHE" ] && return
  say "Preparing fast starts (once a build) ..."
  train &
  TRAINING=$!
  trap 'kill $TRAINING 2>/dev/null' EXIT # whoever gives up during the build ends the training too
}

finish_training() {
  [ -n "$TRAINING" ] || return 0
  wait "$TRAINING" || say "  That did not work; starts are slower, nothing else (.factory/logs/training.log)."
  trap - EXIT
}
