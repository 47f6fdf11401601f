# Posts over 50 accounts while the process, the connections, the answers and PostgreSQL break; minutes, not seconds.
# A number as its word is the seed of the moments.

bench_crash() {
  local seed=${1:-$RANDOM}
  bench_test crash services/integration-service CrashTest -Dcf.crash.accounts=50 -Dcf.crash.posts=100 -Dcf.crash.kills=12 \
    -Dcf.crash.restarts=4 -Dcf.crash.patience=900 -Dcf.crash.seed="$seed"
}
