package xyz.contentfactory.telegram.sandbox.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import xyz.contentfactory.telegram.sandbox.api.Peers.Found;
import xyz.contentfactory.telegram.sandbox.schema.TlValue;
import xyz.contentfactory.telegram.sandbox.world.Attachment;
import xyz.contentfactory.telegram.sandbox.world.FormattedText;
import xyz.contentfactory.telegram.sandbox.world.MediaFile;
import xyz.contentfactory.telegram.sandbox.world.Refusal;

/// Photos, files, polls and albums: once for each random_id, as texts are. A message that is
/// repeated never looks at its files again, which may be gone by then.
final class MediaMethods {

  private static final int MOST_IN_ALBUM = 10;

  /// What an album is made of must be on the server already.
  private static final Set<String> IN_ALBUMS = Set.of("inputMediaPhoto", "inputMediaDocument");

  private MediaMethods() {}

  static void into(Map<String, Handler> methods) {
    methods.put("messages.uploadMedia", MediaMethods::upload);
    methods.put("messages.sendMedia", MediaMethods::send);
    methods.put("messages.sendMultiMedia", MediaMethods::sendAlbum);
  }

  private static TlValue upload(Call call) {
    Peers.of(call).peer(call.required("peer"));
    MediaFile file = InputMedia.file(call, call.required("media"));
    TlValue media = call.required("media");
    return new MediaViews(call.world(), call.me().id()).media(file, media.flag("spoiler"));
  }

  private static TlValue send(Call call) {
    SendMethods.refuseWhatIsNotHad(call.query());
    TlValue query = call.query();
    Outgoing outgoing =
        new Outgoing(caption(call, query), query.number("random_id"), Attachment.NONE);
    if (call.world().writing().knows(call.me(), outgoing.randomId())) {
      return SendMethods.deliver(call, List.of(outgoing));
    }
    Attachment attachment =
        InputMedia.read(call, call.required("media"))
            .with(InputMedia.buttons(call, query.object("reply_markup")));
    if (attachment.poll() != null && isPerson(call) && !call.me().isBot()) {
      throw Refusal.bad("MEDIA_INVALID");
    }
    return SendMethods.deliver(call, List.of(outgoing.with(attachment)));
  }

  private static boolean isPerson(Call call) {
    return Peers.of(call).peer(call.required("peer")) instanceof Found.OnePerson;
  }

  private static FormattedText caption(Call call, TlValue of) {
    return FormattedText.caption(
        of.text("message"), Entities.read(of.objects("entities"), Peers.of(call)));
  }

  private static TlValue sendAlbum(Call call) {
    SendMethods.refuseWhatIsNotHad(call.query());
    List<TlValue> items = call.query().objects("multi_media");
    if (items.size() < 2) {
      throw Refusal.bad("MEDIA_EMPTY");
    }
    if (items.size() > MOST_IN_ALBUM) {
      throw Refusal.bad("MULTI_MEDIA_TOO_LONG");
    }
    Set<Long> ids = items.stream().map(i -> i.number("random_id")).collect(Collectors.toSet());
    long known = ids.stream().filter(id -> call.world().writing().knows(call.me(), id)).count();
    if (ids.size() < items.size() || (known > 0 && known < ids.size())) {
      throw new Refusal(500, "RANDOM_ID_DUPLICATE");
    }
    return SendMethods.deliver(call, known > 0 ? captions(call, items) : album(call, items));
  }

  private static List<Outgoing> captions(Call call, List<TlValue> items) {
    return items.stream()
        .map(i -> new Outgoing(caption(call, i), i.number("random_id"), Attachment.NONE))
        .toList();
  }

  private static List<Outgoing> album(Call call, List<TlValue> items) {
    long album = call.world().files().newId();
    List<Outgoing> parts = new ArrayList<>();
    Set<String> kinds = new java.util.HashSet<>();
    for (Outgoing bare : captions(call, items)) {
      MediaFile file = inAlbum(call, items.get(parts.size()), parts.size());
      kinds.add(file.albumKind());
      TlValue media = items.get(parts.size()).object("media");
      boolean spoiler = media != null && media.flag("spoiler");
      parts.add(bare.with(Attachment.of(file, spoiler).in(album)));
    }
    if (kinds.size() > 1) {
      throw Refusal.bad("MEDIA_INVALID");
    }
    return parts;
  }

  /// A reference that is not good is told with its position.
  private static MediaFile inAlbum(Call call, TlValue item, int position) {
    TlValue media = item.object("media");
    if (media == null || !IN_ALBUMS.contains(media.name())) {
      throw Refusal.bad("MEDIA_INVALID");
    }
    try {
      return InputMedia.file(call, media);
    } catch (Refusal refusal) {
      String type = refusal.type();
      throw type.startsWith("FILE_REFERENCE_")
          ? Refusal.bad(type.replace("REFERENCE_", "REFERENCE_" + position + "_"))
          : refusal;
    }
  }
}
