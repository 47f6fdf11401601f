package xyz.contentfactory.telegram.client;

import java.util.List;
import xyz.contentfactory.telegram.tl.type.Channel;
import xyz.contentfactory.telegram.tl.type.ChatPhotoEmpty;
import xyz.contentfactory.telegram.tl.type.PeerChannel;
import xyz.contentfactory.telegram.tl.type.PeerNotifySettings;
import xyz.contentfactory.telegram.tl.type.PlainDialog;
import xyz.contentfactory.telegram.tl.type.PlainMessage;
import xyz.contentfactory.telegram.tl.type.PlainUpdates;
import xyz.contentfactory.telegram.tl.type.PlainUser;
import xyz.contentfactory.telegram.tl.type.Update;
import xyz.contentfactory.telegram.tl.type.auth.PlainAuthorization;
import xyz.contentfactory.telegram.tl.type.auth.PlainSentCode;
import xyz.contentfactory.telegram.tl.type.auth.SentCodeType;

/// Objects as Telegram would send them.
final class Samples {
  static final PhoneNumber PHONE = new PhoneNumber("9996621234");
  static final int NOW_SECONDS = 1_800_000_000;

  private Samples() {}

  static PlainUser user() {
    return PlainUser.builder().self(true).id(42).accessHash(1L).firstName("Ann").build();
  }

  static PlainAuthorization authorization() {
    return PlainAuthorization.builder().user(user()).build();
  }

  static PlainAuthorization authorizationOf(long userId) {
    var other = PlainUser.builder().self(true).id(userId).accessHash(1L).firstName("Bob").build();
    return PlainAuthorization.builder().user(other).build();
  }

  static PlainSentCode sentCode(SentCodeType type) {
    return PlainSentCode.builder().type(type).phoneCodeHash("abc").timeout(60).build();
  }

  static Channel.Builder channel(long id) {
    return Channel.builder()
        .id(id)
        .accessHash(id * 7)
        .title("Channel " + id)
        .photo(new ChatPhotoEmpty())
        .date(NOW_SECONDS)
        .broadcast(true);
  }

  static PlainDialog dialog(long channelId, int topMessage) {
    return PlainDialog.builder()
        .peer(new PeerChannel(channelId))
        .topMessage(topMessage)
        .notifySettings(PeerNotifySettings.builder().build())
        .build();
  }

  static PlainMessage post(long channelId, int number, String text, int dateSeconds) {
    return PlainMessage.builder()
        .post(true)
        .out(true)
        .id(number)
        .peerId(new PeerChannel(channelId))
        .date(dateSeconds)
        .message(text)
        .build();
  }

  static PlainUpdates updates(Update... updates) {
    return new PlainUpdates(List.of(updates), List.of(), List.of(), NOW_SECONDS, 0);
  }
}
