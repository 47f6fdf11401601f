# What the edge costs: the same request through it and without it, in rounds that take turns.

bench_edge() {
  bench_test edge services/api-gateway EdgeBench
}
