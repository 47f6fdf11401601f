package xyz.contentfactory.telegram.client;

import java.util.List;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.client.UpdateNews.Company;
import xyz.contentfactory.telegram.client.UpdatePlace.Common;
import xyz.contentfactory.telegram.tl.type.Peer;
import xyz.contentfactory.telegram.tl.type.PeerChat;
import xyz.contentfactory.telegram.tl.type.PeerUser;
import xyz.contentfactory.telegram.tl.type.PlainMessage;
import xyz.contentfactory.telegram.tl.type.PlainUpdates;
import xyz.contentfactory.telegram.tl.type.Update;
import xyz.contentfactory.telegram.tl.type.UpdateNewMessage;
import xyz.contentfactory.telegram.tl.type.UpdateShort;
import xyz.contentfactory.telegram.tl.type.UpdateShortChatMessage;
import xyz.contentfactory.telegram.tl.type.UpdateShortMessage;
import xyz.contentfactory.telegram.tl.type.UpdateShortSentMessage;
import xyz.contentfactory.telegram.tl.type.Updates;
import xyz.contentfactory.telegram.tl.type.UpdatesCombined;
import xyz.contentfactory.telegram.tl.type.UpdatesTooLong;

/// What one of Telegram's seven envelopes holds, short messages in full.
///
/// @param pts a move of the account's counter that no update stands for, or null
/// @param seq 0 when the envelope has no place in a sequence
record OpenedUpdates(
    List<Update> updates,
    Company company,
    @Nullable Common pts,
    int seqStart,
    int seq,
    int dateSeconds) {

  /// Null when Telegram says to ask for the difference.
  static @Nullable OpenedUpdates of(Updates envelope) {
    return switch (envelope) {
      case PlainUpdates u -> several(u.updates(), company(u), u.seq(), u.seq(), u.date());
      case UpdatesCombined u -> several(u.updates(), company(u), u.seqStart(), u.seq(), u.date());
      case UpdateShort u -> single(u.update(), u.date());
      case UpdateShortMessage u ->
          single(new UpdateNewMessage(message(u), u.pts(), u.ptsCount()), u.date());
      case UpdateShortChatMessage u ->
          single(new UpdateNewMessage(message(u), u.pts(), u.ptsCount()), u.date());
      case UpdateShortSentMessage u ->
          new OpenedUpdates(
              List.of(), Company.NONE, new Common(u.pts(), u.ptsCount()), 0, 0, u.date());
      case UpdatesTooLong _ -> null;
    };
  }

  private static OpenedUpdates several(
      List<Update> updates, Company company, int seqStart, int seq, int date) {
    return new OpenedUpdates(updates, company, null, seqStart, seq, date);
  }

  private static OpenedUpdates single(Update update, int date) {
    return several(List.of(update), Company.NONE, 0, 0, date);
  }

  private static Company company(PlainUpdates updates) {
    return new Company(updates.chats(), updates.users());
  }

  private static Company company(UpdatesCombined updates) {
    return new Company(updates.chats(), updates.users());
  }

  private static PlainMessage message(UpdateShortMessage s) {
    return PlainMessage.builder()
        .out(s.out())
        .mentioned(s.mentioned())
        .mediaUnread(s.mediaUnread())
        .silent(s.silent())
        .id(s.id())
        .peerId(new PeerUser(s.userId()))
        .fwdFrom(s.fwdFrom())
        .viaBotId(s.viaBotId())
        .replyTo(s.replyTo())
        .date(s.date())
        .message(s.message())
        .entities(s.entities())
        .ttlPeriod(s.ttlPeriod())
        .build();
  }

  private static PlainMessage message(UpdateShortChatMessage s) {
    Peer sender = new PeerUser(s.fromId());
    return PlainMessage.builder()
        .out(s.out())
        .mentioned(s.mentioned())
        .mediaUnread(s.mediaUnread())
        .silent(s.silent())
        .id(s.id())
        .fromId(sender)
        .peerId(new PeerChat(s.chatId()))
        .fwdFrom(s.fwdFrom())
        .viaBotId(s.viaBotId())
        .replyTo(s.replyTo())
        .date(s.date())
        .message(s.message())
        .entities(s.entities())
        .ttlPeriod(s.ttlPeriod())
        .build();
  }
}
