package xyz.contentfactory.kit.identity;

import java.util.List;
import java.util.UUID;

/// The deleted members whose things are still to be settled. A seam: whoever keeps the members
/// writes a departure in the transaction of the deletion; whoever keeps something of theirs asks,
/// again and again, and says when it is done. So each one is told at least once, whatever is killed
/// in between, and settling must do no harm when it is done twice.
public interface Departures {
  /// Where nobody keeps members.
  Departures NONE =
      new Departures() {
        @Override
        public List<Departure> waiting() {
          return List.of();
        }

        @Override
        public void settled(UUID memberId) {
          // there was none
        }
      };

  /// The oldest first.
  List<Departure> waiting();

  /// Nothing of the member's is left. Unknown ones are no fault.
  void settled(UUID memberId);
}
