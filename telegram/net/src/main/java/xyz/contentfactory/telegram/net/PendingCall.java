package xyz.contentfactory.telegram.net;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.mtproto.CallId;

/// A call on its way; the fields besides the answer belong to the core thread.
final class PendingCall {
  final byte[] body;
  final CompletableFuture<Reply> answer = new CompletableFuture<>();

  /// Set when the session has taken the call.
  @Nullable CallId id;

  PendingCall(byte[] body) {
    this.body = body;
  }
}
