package xyz.contentfactory.kit.notice;

import java.util.List;
import java.util.UUID;

/// The notices that nobody has passed on yet. A seam: whoever learns of something writes a notice
/// in the transaction that writes the fact; whoever can reach the members asks, again and again,
/// and says when one is passed on. So each is passed on at least once, whatever is killed in
/// between.
public interface Notices {
  /// Where nothing happens to anybody.
  Notices NONE =
      new Notices() {
        @Override
        public List<Notice> waiting() {
          return List.of();
        }

        @Override
        public void told(UUID id) {
          // there was none
        }
      };

  /// The oldest first, not all of them when they are many.
  List<Notice> waiting();

  /// It is passed on. Unknown ones are no fault.
  void told(UUID id);
}
