package xyz.contentfactory.telegram.client;

import java.util.List;
import java.util.stream.Stream;
import xyz.contentfactory.telegram.client.UpdateNews.Company;
import xyz.contentfactory.telegram.tl.type.Dialog;
import xyz.contentfactory.telegram.tl.type.PlainDialog;
import xyz.contentfactory.telegram.tl.type.Update;
import xyz.contentfactory.telegram.tl.type.UpdateNewChannelMessage;
import xyz.contentfactory.telegram.tl.type.updates.ChannelDifference;
import xyz.contentfactory.telegram.tl.type.updates.ChannelDifferenceEmpty;
import xyz.contentfactory.telegram.tl.type.updates.ChannelDifferenceTooLong;
import xyz.contentfactory.telegram.tl.type.updates.PlainChannelDifference;

/// What the answer to `updates.getChannelDifference` says, whichever of its three forms it has. Its
/// `timeout` is for whoever looks at a channel that is not pushed to them, and does not matter
/// here.
///
/// @param pts where the channel stands after it
/// @param more there is more to ask for from there
/// @param tooLong so much was missed that it is not told
record ReadChannelDifference(
    List<Update> updates, Company company, int pts, boolean more, boolean tooLong) {

  static ReadChannelDifference of(ChannelDifference difference, ChannelState since) {
    return switch (difference) {
      case ChannelDifferenceEmpty d ->
          new ReadChannelDifference(
              List.of(), Company.NONE, Math.max(d.pts(), since.pts()), !d.final_(), false);
      case ChannelDifferenceTooLong d ->
          new ReadChannelDifference(
              List.of(), new Company(d.chats(), d.users()), pts(d.dialog(), since), false, true);
      case PlainChannelDifference d ->
          new ReadChannelDifference(
              updates(d), new Company(d.chats(), d.users()), d.pts(), !d.final_(), false);
    };
  }

  private static int pts(Dialog dialog, ChannelState since) {
    return dialog instanceof PlainDialog d && d.pts() != null ? d.pts() : since.pts();
  }

  private static List<Update> updates(PlainChannelDifference difference) {
    return Stream.concat(
            difference.newMessages().stream()
                .map(m -> new UpdateNewChannelMessage(m, difference.pts(), 0)),
            difference.otherUpdates().stream())
        .toList();
  }
}
