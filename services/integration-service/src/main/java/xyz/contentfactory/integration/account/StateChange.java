package xyz.contentfactory.integration.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A new state with its end and its reason.
public record StateChange(AccountState state, @Nullable Instant until, @Nullable String reason) {
  public static StateChange to(AccountState state) {
    return new StateChange(state, null, null);
  }
}
