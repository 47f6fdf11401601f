package xyz.contentfactory.telegram.sandbox.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import xyz.contentfactory.telegram.crypto.Entropy;
import xyz.contentfactory.telegram.sandbox.SettableClock;
import xyz.contentfactory.telegram.sandbox.TestPictures;
import xyz.contentfactory.telegram.sandbox.schema.Codec;
import xyz.contentfactory.telegram.sandbox.schema.LayeredSchema;
import xyz.contentfactory.telegram.sandbox.schema.TlValue;
import xyz.contentfactory.telegram.sandbox.world.KnownKey;
import xyz.contentfactory.telegram.sandbox.world.MediaFile;
import xyz.contentfactory.telegram.sandbox.world.Member;
import xyz.contentfactory.telegram.sandbox.world.Person;
import xyz.contentfactory.telegram.sandbox.world.PhoneNumber;
import xyz.contentfactory.telegram.sandbox.world.Uploads;
import xyz.contentfactory.telegram.sandbox.world.World;

/// Every answer of every handler can be written and read in every layer.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryLayerTest {

  private static final long BRIEF = 2100000001L;
  private static final long EDITORS = 2100000007L;
  private static final long HIKERS = 2100000008L;
  private static final long PICTURE = 77;

  private final Codec codec = new Codec(LayeredSchema.shipped());
  private final Methods methods = new Methods();
  private final World world;
  private final Person anna;
  private final KnownKey key;
  private long randomId = 1;

  EveryLayerTest(@TempDir Path folder) {
    world = World.open(folder, new SettableClock(), Entropy.secure());
    anna = world.look(() -> world.people().of(new PhoneNumber("9996610001")).orElseThrow());
    key = KnownKey.issued(1, 1, new KnownKey.Issue(new byte[256], 0, 0, 0));
  }

  @BeforeAll
  void log_in() {
    world.look(() -> {
      world.keys().keep(key);
      world
          .channels()
          .admit(new Member(HIKERS, anna.id(), Member.Role.ADMIN, Set.of("manage_topics"), 0, 0));
      return world.logins().signedIn(anna, key, world.now());
    });
  }

  @AfterAll
  void close() {
    world.close();
  }

  /// Definitions change in these layers only: the samples named in `layers.tl`.
  static IntStream layers() {
    return IntStream.of(
        144, 146, 148, 150, 152, 158, 160, 166, 167, 174, 177, 179, 181, 184, 185, 189, 193, 198,
        204, 216, 218, 220, 221, 223, 227, 228);
  }

  @ParameterizedTest
  @MethodSource("layers")
  void everything_is_understood(int layer) {
    for (TlValue query : Stream.concat(queries().stream(), forum(layer)).toList()) {
      Codec.Request read = codec.request(wrapped(query, layer), 0);
      assertThat(read.layer()).isEqualTo(layer);
      assertThat(read.query().name()).isEqualTo(query.name());
      assertThat(answer(layer, read.query())).as(query.name()).isNotEmpty();
    }
  }

  /// The query in its own layer behind `invokeWithLayer`.
  private byte[] wrapped(TlValue query, int layer) {
    TlValue wrapper =
        TlValue.of("invokeWithLayer", "layer", layer, "query", TlValue.of("help.getConfig"));
    byte[] head = codec.encode(wrapper, layer);
    byte[] body = codec.encode(query, layer);
    return ByteBuffer.allocate(head.length - 4 + body.length)
        .put(head, 0, head.length - 4)
        .put(body)
        .array();
  }

  private byte[] answer(int layer, TlValue query) {
    return world.look(() -> {
      KnownKey now = world.keys().find(1, 1, world.now()).orElseThrow();
      Call call = new Call(world, addresses(), 1, now, layer, query);
      Object answer = methods.answer(call);
      if (answer instanceof TlValue value) {
        byte[] bytes = codec.answer(query, value, layer);
        TlValue read = codec.decode(bytes, layer);
        assertThat(codec.encode(read, layer)).as(query.name()).isEqualTo(bytes);
      }
      return codec.answer(query, answer, layer);
    });
  }

  private static List<Call.DcAddress> addresses() {
    return List.of(new Call.DcAddress(1, "127.0.0.1", 1), new Call.DcAddress(2, "127.0.0.1", 2));
  }

  private TlValue channel(String name, long id) {
    return TlValue.of(
        name, "channel_id", id, "access_hash", world.accessHashes().ofChannel(anna.id(), id));
  }

  private List<TlValue> queries() {
    TlValue brief = channel("inputChannel", BRIEF);
    TlValue briefPeer = channel("inputPeerChannel", BRIEF);
    TlValue editors = channel("inputChannel", EDITORS);
    TlValue self = TlValue.of("inputUserSelf");
    TlValue telegram =
        TlValue.of(
            "inputPeerUser",
            "user_id",
            Person.TELEGRAM,
            "access_hash",
            world.accessHashes().ofPerson(anna.id(), Person.TELEGRAM));
    return List.of(
        TlValue.of("help.getConfig"),
        TlValue.of("help.getNearestDc"),
        TlValue.of("help.getAppConfig", "hash", 0),
        new TlValue(
            "auth.sendCode",
            Map.of(
                "phone_number",
                "9996610003",
                "api_id",
                1,
                "api_hash",
                "x",
                "settings",
                TlValue.of("codeSettings"))),
        TlValue.of("auth.exportAuthorization", "dc_id", 2),
        TlValue.of("account.getPassword"),
        TlValue.of("users.getUsers", "id", List.of(self)),
        TlValue.of("users.getFullUser", "id", self),
        TlValue.of("contacts.resolveUsername", "username", "morning_brief_sandbox"),
        TlValue.of("contacts.getContacts", "hash", 0L),
        TlValue.of("updates.getState"),
        TlValue.of("updates.getDifference", "pts", 1, "date", 1, "qts", 0),
        new TlValue(
            "updates.getChannelDifference",
            Map.of(
                "channel",
                brief,
                "filter",
                TlValue.of("channelMessagesFilterEmpty"),
                "pts",
                1,
                "limit",
                10)),
        dialogs(),
        TlValue.of("messages.getPinnedDialogs", "folder_id", 0),
        TlValue.of(
            "messages.getPeerDialogs",
            "peers",
            List.of(TlValue.of("inputDialogPeer", "peer", briefPeer))),
        part(),
        media("messages.uploadMedia", briefPeer, uploadedPhoto()),
        media("messages.sendMedia", briefPeer, uploadedDocument(video())),
        media("messages.sendMedia", briefPeer, uploadedDocument(voice())),
        media("messages.sendMedia", briefPeer, knownPhoto()),
        album(briefPeer),
        download(),
        history(briefPeer),
        history(channel("inputPeerChannel", EDITORS)),
        history(telegram),
        TlValue.of("channels.getChannels", "id", List.of(brief, editors)),
        TlValue.of("channels.getFullChannel", "channel", brief),
        TlValue.of(
            "channels.getParticipant",
            "channel",
            editors,
            "participant",
            TlValue.of("inputPeerSelf")),
        participants(editors),
        send(briefPeer),
        send(TlValue.of("inputPeerSelf")),
        edit(briefPeer),
        TlValue.of("messages.updatePinnedMessage", "peer", briefPeer, "id", 1),
        TlValue.of("messages.updatePinnedMessage", "unpin", true, "peer", briefPeer, "id", 1),
        TlValue.of("channels.deleteMessages", "channel", brief, "id", List.of(999)));
  }

  private Stream<TlValue> forum(int layer) {
    TlValue peer = channel("inputPeerChannel", HIKERS);
    Stream<TlValue> asked = new ForumQueries(channel("inputChannel", HIKERS), peer).in(layer);
    return Stream.concat(asked, Stream.of(history(peer)));
  }

  private static TlValue dialogs() {
    return new TlValue(
        "messages.getDialogs",
        Map.of(
            "offset_date", 0,
            "offset_id", 0,
            "offset_peer", TlValue.of("inputPeerEmpty"),
            "limit", 100,
            "hash", 0L));
  }

  private static TlValue history(TlValue peer) {
    return new TlValue(
        "messages.getHistory",
        Map.of(
            "peer", peer,
            "offset_id", 0,
            "offset_date", 0,
            "add_offset", 0,
            "limit", 10,
            "max_id", 0,
            "min_id", 0,
            "hash", 0L));
  }

  private static TlValue participants(TlValue channel) {
    return new TlValue(
        "channels.getParticipants",
        Map.of(
            "channel",
            channel,
            "filter",
            TlValue.of("channelParticipantsRecent"),
            "offset",
            0,
            "limit",
            100,
            "hash",
            0L));
  }

  /// To another text each time: the same one twice would be refused.
  private TlValue edit(TlValue peer) {
    return TlValue.of(
        "messages.editMessage", "peer", peer, "id", 1, "message", "edited " + randomId++);
  }

  private static TlValue part() {
    return TlValue.of(
        "upload.saveFilePart", "file_id", PICTURE, "file_part", 0, "bytes", TestPictures.png());
  }

  private static TlValue inputFile() {
    return TlValue.of(
        "inputFile", "id", PICTURE, "parts", 1, "name", "sea.png", "md5_checksum", "");
  }

  private static TlValue uploadedPhoto() {
    return TlValue.of("inputMediaUploadedPhoto", "file", inputFile(), "spoiler", true);
  }

  private static TlValue uploadedDocument(TlValue attribute) {
    return TlValue.of(
        "inputMediaUploadedDocument",
        "file",
        inputFile(),
        "thumb",
        inputFile(),
        "mime_type",
        "video/mp4",
        "attributes",
        List.of(attribute, TlValue.of("documentAttributeFilename", "file_name", "sea.mp4")));
  }

  private static TlValue video() {
    return TlValue.of("documentAttributeVideo", "duration", 7.4, "w", 640, "h", 480);
  }

  private static TlValue voice() {
    return TlValue.of(
        "documentAttributeAudio", "voice", true, "duration", 3, "waveform", new byte[] {1, 2});
  }

  private TlValue media(String method, TlValue peer, TlValue media) {
    return TlValue.of(
        method, "peer", peer, "media", media, "message", "caption", "random_id", randomId++);
  }

  private MediaFile photo() {
    return world.look(() -> {
      world.uploads().keep(anna.id(), PICTURE, 0, null, TestPictures.png());
      Uploads.Named named = new Uploads.Named(PICTURE, 1, false, null);
      return world.files().photo(world.uploads().finish(anna.id(), named), 1, world.now());
    });
  }

  private TlValue reference(String name, MediaFile file) {
    return TlValue.of(
        name,
        "id",
        file.id(),
        "access_hash",
        world.accessHashes().ofFile(anna.id(), file.id()),
        "file_reference",
        world.look(() -> world.files().reference(file, world.now())),
        "thumb_size",
        "y");
  }

  private TlValue knownPhoto() {
    return TlValue.of("inputMediaPhoto", "id", reference("inputPhoto", photo()));
  }

  private TlValue album(TlValue peer) {
    return TlValue.of(
        "messages.sendMultiMedia", "peer", peer, "multi_media", List.of(single(), single()));
  }

  private TlValue single() {
    return TlValue.of(
        "inputSingleMedia", "media", knownPhoto(), "random_id", randomId++, "message", "one");
  }

  private TlValue download() {
    return TlValue.of(
        "upload.getFile",
        "location",
        reference("inputPhotoFileLocation", photo()),
        "offset",
        0L,
        "limit",
        4096);
  }

  private TlValue send(TlValue peer) {
    return new TlValue(
        "messages.sendMessage",
        Map.of(
            "peer",
            peer,
            "message",
            "bold and quoted",
            "random_id",
            randomId++,
            "entities",
            List.of(
                TlValue.of("messageEntityBold", "offset", 0, "length", 4),
                TlValue.of("messageEntityBlockquote", "offset", 9, "length", 6))));
  }
}
