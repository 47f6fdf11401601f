package xyz.contentfactory.telegram.sandbox.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import xyz.contentfactory.telegram.crypto.Entropy;
import xyz.contentfactory.telegram.sandbox.SettableClock;
import xyz.contentfactory.telegram.sandbox.schema.Codec;
import xyz.contentfactory.telegram.sandbox.schema.LayeredSchema;
import xyz.contentfactory.telegram.sandbox.schema.TlValue;
import xyz.contentfactory.telegram.sandbox.world.KnownKey;
import xyz.contentfactory.telegram.sandbox.world.Person;
import xyz.contentfactory.telegram.sandbox.world.PhoneNumber;
import xyz.contentfactory.telegram.sandbox.world.World;

/// Every answer of every handler can be written and read in every layer.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryLayerTest {

  private static final long BRIEF = 2100000001L;
  private static final long EDITORS = 2100000007L;

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
    for (TlValue query : queries()) {
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
        send(TlValue.of("inputPeerSelf")));
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
