package xyz.contentfactory.user.password;

import org.springframework.boot.context.properties.bind.DefaultValue;

/// What one password costs. The defaults are the OWASP minimum for Argon2id: about 50 ms on a small
/// server core, and 19 MiB for each thread that computes.
///
/// @param memoryKib memory of one computation
/// @param iterations passes over that memory
/// @param parallelism lanes; more than one gains nothing here, as our lanes run one after another
/// @param threads how many passwords are computed at once
/// @param waiting how many more may wait; beyond that the answer is `temporarily-unavailable`
public record Argon2Cost(
    @DefaultValue("19456") int memoryKib,
    @DefaultValue("2") int iterations,
    @DefaultValue("1") int parallelism,
    @DefaultValue("2") int threads,
    @DefaultValue("64") int waiting) {
  public Argon2Cost {
    require(memoryKib >= 8 && memoryKib <= 1_048_576, "memory-kib must be 8 to 1048576");
    require(iterations >= 1 && iterations <= 100, "iterations must be 1 to 100");
    require(parallelism >= 1 && parallelism <= 16, "parallelism must be 1 to 16");
    require(threads >= 1 && threads <= 64, "threads must be 1 to 64");
    require(waiting >= 1 && waiting <= 10_000, "waiting must be 1 to 10000");
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException("user-service.password." + message);
    }
  }
}
