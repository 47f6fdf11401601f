# 10,000 planned posts of 1,000 accounts, due within one minute: how late they go out, and what that costs.

bench_punctuality() {
  bench_test punctuality services/integration-service PunctualityTest -Dcf.punctuality.accounts=1000 -Dcf.punctuality.posts=10000 \
    -Dcf.punctuality.seconds=60 -Dcf.punctuality.patience=900
}
