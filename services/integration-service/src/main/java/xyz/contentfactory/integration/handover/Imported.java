package xyz.contentfactory.integration.handover;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.kit.problem.Problem;

/// What became of one session.
///
/// @param number which one it was, from 1
/// @param code why it was refused, as in a problem document
@JsonInclude(JsonInclude.Include.NON_NULL)
record Imported(
    int number,
    Result result,
    @Nullable UUID accountId,
    @Nullable String name,
    @Nullable String code,
    @Nullable String detail) {

  enum Result {
    CONNECTED,
    REFUSED
  }

  static Imported connected(int number, UUID account, String name) {
    return new Imported(number, Result.CONNECTED, account, name, null, null);
  }

  static Imported refused(int number, Problem why) {
    return new Imported(number, Result.REFUSED, null, null, why.code().code(), why.detail());
  }
}
