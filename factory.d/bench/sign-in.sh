# How many people a second can sign in, at the cost of Argon2 that the product has without settings.

bench_sign-in() {
  bench_test sign-in services/api-gateway SignInBench
}
