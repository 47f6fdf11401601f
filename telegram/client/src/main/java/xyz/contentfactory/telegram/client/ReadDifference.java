package xyz.contentfactory.telegram.client;

import java.util.List;
import java.util.stream.Stream;
import xyz.contentfactory.telegram.client.UpdateNews.Company;
import xyz.contentfactory.telegram.tl.type.EncryptedMessage;
import xyz.contentfactory.telegram.tl.type.Message;
import xyz.contentfactory.telegram.tl.type.Update;
import xyz.contentfactory.telegram.tl.type.UpdateNewEncryptedMessage;
import xyz.contentfactory.telegram.tl.type.UpdateNewMessage;
import xyz.contentfactory.telegram.tl.type.updates.Difference;
import xyz.contentfactory.telegram.tl.type.updates.DifferenceEmpty;
import xyz.contentfactory.telegram.tl.type.updates.DifferenceSlice;
import xyz.contentfactory.telegram.tl.type.updates.DifferenceTooLong;
import xyz.contentfactory.telegram.tl.type.updates.PlainDifference;
import xyz.contentfactory.telegram.tl.type.updates.State;

/// What the answer to `updates.getDifference` says, whichever of its four forms it has.
///
/// @param messages the new ones, as updates
/// @param state where the account stands after it
/// @param more there is more to ask for from that state
/// @param tooLong so much was missed that it is not told
record ReadDifference(
    List<Update> messages,
    List<Update> others,
    Company company,
    State state,
    boolean more,
    boolean tooLong) {

  static ReadDifference of(Difference difference, UpdateState since) {
    return switch (difference) {
      case DifferenceEmpty d ->
          nothing(new State(since.pts(), since.qts(), d.date(), d.seq(), 0), false);
      case DifferenceTooLong d ->
          nothing(new State(d.pts(), since.qts(), since.dateSeconds(), since.seq(), 0), true);
      case PlainDifference d ->
          new ReadDifference(
              messages(d.newMessages(), d.newEncryptedMessages(), d.state()),
              d.otherUpdates(),
              new Company(d.chats(), d.users()),
              d.state(),
              false,
              false);
      case DifferenceSlice d ->
          new ReadDifference(
              messages(d.newMessages(), d.newEncryptedMessages(), d.intermediateState()),
              d.otherUpdates(),
              new Company(d.chats(), d.users()),
              d.intermediateState(),
              true,
              false);
    };
  }

  private static ReadDifference nothing(State state, boolean tooLong) {
    return new ReadDifference(List.of(), List.of(), Company.NONE, state, tooLong, tooLong);
  }

  private static List<Update> messages(
      List<Message> plain, List<EncryptedMessage> encrypted, State state) {
    return Stream.<Update>concat(
            plain.stream().map(m -> new UpdateNewMessage(m, state.pts(), 0)),
            encrypted.stream().map(m -> new UpdateNewEncryptedMessage(m, state.qts())))
        .toList();
  }
}
