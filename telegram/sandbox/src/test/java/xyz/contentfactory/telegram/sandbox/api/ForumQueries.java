package xyz.contentfactory.telegram.sandbox.api;

import java.util.List;
import java.util.stream.Stream;
import xyz.contentfactory.telegram.sandbox.schema.TlValue;

/// What clients ask of a forum, as each layer writes it.
///
/// @param channel the group as an `InputChannel`
/// @param peer the same as an `InputPeer`
record ForumQueries(TlValue channel, TlValue peer) {
  private static final int COLOUR = 0x8EEE98;

  /// Topics came with layer 148, moved to `messages` with 216, and left `channels` after 227.
  Stream<TlValue> in(int layer) {
    Stream<TlValue> always = Stream.of(TlValue.of("channels.getSendAs", "peer", peer), replies());
    Stream<TlValue> before =
        layer < 148 || layer > 227 ? Stream.of() : topics("channels", "channel", channel, layer);
    Stream<TlValue> since =
        layer < 216 ? Stream.of() : topics("messages", "peer", peer, 1000 + layer);
    return Stream.of(always, before, since).flatMap(all -> all);
  }

  private TlValue replies() {
    Object[] fields = {
      "peer",
      peer,
      "msg_id",
      2,
      "offset_id",
      0,
      "offset_date",
      0,
      "add_offset",
      0,
      "limit",
      10,
      "max_id",
      0,
      "min_id",
      0,
      "hash",
      0L
    };
    return TlValue.of("messages.getReplies", fields);
  }

  private static Stream<TlValue> topics(String family, String field, TlValue group, long randomId) {
    Object[] page = {
      field, group, "offset_date", 0, "offset_id", 0, "offset_topic", 0, "limit", 10
    };
    Object[] wish = {
      field, group, "title", "Topic", "icon_color", COLOUR, "random_id", 77_000_000 + randomId
    };
    return Stream.of(
        TlValue.of(family + ".getForumTopics", page),
        TlValue.of(family + ".getForumTopicsByID", field, group, "topics", List.of(2, 4711)),
        TlValue.of(family + ".createForumTopic", wish));
  }
}
