package xyz.contentfactory.kit.identity;

import java.util.UUID;
import java.util.function.Consumer;

/// What is revoked, as this node knows it: asked with every request, so without any I/O. A seam: in
/// memory here, fed by whoever keeps the revocations of all nodes.
public interface Revoked {
  /// Takes note and tells the listeners; one that is known already changes nothing.
  void accept(Revocation revocation);

  /// Whether the session has ended, or the key was revoked.
  boolean has(UUID sessionOrKey);

  /// The number of the newest revocation of the member's tokens, or 0. A token that was issued
  /// knowing a lower one is refused.
  long newestOf(UUID memberId);

  /// Calls `listener` for every new revocation, on the thread that brought it; it must not wait.
  void listen(Consumer<Revocation> listener);
}
