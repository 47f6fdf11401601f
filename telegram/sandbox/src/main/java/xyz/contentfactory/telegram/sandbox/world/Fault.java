package xyz.contentfactory.telegram.sandbox.world;

import org.jspecify.annotations.Nullable;

/// Something nasty that the sandbox shall do to a call.
///
/// @param number whose calls; null for everybody's
/// @param method which ones, such as `messages.sendMessage`; null for all
/// @param seconds of a flood wait
/// @param errorCode and `errorType` of an RPC error
/// @param times how many calls are still to be hit
public record Fault(
    long id,
    @Nullable String number,
    @Nullable String method,
    Kind kind,
    int seconds,
    int errorCode,
    @Nullable String errorType,
    int times) {

  public enum Kind {
    /// Not executed; `FLOOD_WAIT_n` is answered.
    FLOOD_WAIT,
    /// Not executed; the given error is answered.
    RPC_ERROR,
    /// Executed, and the packet with the answer gets lost; it comes when asked for again.
    DROP_ANSWER,
    /// Neither executed nor answered; the connection stays.
    STALL,
    /// Not executed; the connection breaks, and the server knows nothing of the call.
    CLOSE,
    /// Executed; the connection breaks before the answer, which the next connection brings.
    EXECUTE_AND_CLOSE,
    /// What is pushed gets lost.
    DROP_UPDATE,
    /// What is pushed comes after the next thing that is.
    SWAP_UPDATES,
    /// What is pushed comes twice.
    REPEAT_UPDATE;

    /// It does something to what is pushed, not to a call.
    public boolean isOfUpdates() {
      return this == DROP_UPDATE || this == SWAP_UPDATES || this == REPEAT_UPDATE;
    }
  }

  boolean hits(@Nullable String caller, String calledMethod) {
    return !kind.isOfUpdates()
        && (number == null || number.equals(caller))
        && (method == null || method.equals(calledMethod));
  }

  boolean hitsUpdates(String receiver) {
    return kind.isOfUpdates() && (number == null || number.equals(receiver));
  }

  Fault onceLess() {
    return new Fault(id, number, method, kind, seconds, errorCode, errorType, times - 1);
  }
}
