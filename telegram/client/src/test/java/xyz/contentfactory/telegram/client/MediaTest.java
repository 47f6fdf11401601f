package xyz.contentfactory.telegram.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import xyz.contentfactory.telegram.client.OutgoingMedia.Content;
import xyz.contentfactory.telegram.client.OutgoingMedia.Item;
import xyz.contentfactory.telegram.client.OutgoingMedia.Manner;
import xyz.contentfactory.telegram.tl.Bytes;

/// Files, albums, polls and buttons against the sandbox.
@Timeout(240)
class MediaTest {
  private static final long COFFEE_AND_CODE = 2_100_000_003L;
  private static final UploadProgress UNHEARD = (_, _) -> {};
  private static final FileTraits PHOTO =
      new FileTraits(FileTraits.Kind.PHOTO, "image/png", 60, 40, 0);
  private static final FileTraits DOCUMENT =
      new FileTraits(FileTraits.Kind.DOCUMENT, "application/zip", 0, 0, 0);

  @TempDir static Path folder;
  private static @Nullable SandboxTelegram started;
  private static long ids = System.nanoTime() & 0xffffff;

  private final RecordingOwner owner = new RecordingOwner();
  private final List<TelegramClient> opened = new ArrayList<>();
  private int before;

  @BeforeAll
  static void start() {
    started = new SandboxTelegram(folder);
  }

  @AfterAll
  static void stop() {
    sandbox().close();
  }

  private static SandboxTelegram sandbox() {
    return Objects.requireNonNull(started);
  }

  @BeforeEach
  void count() {
    before = posts();
  }

  @AfterEach
  void close() {
    opened.forEach(TelegramClient::close);
  }

  private static int posts() {
    var matcher = Pattern.compile("\"number\":").matcher(sandbox().posts(COFFEE_AND_CODE));
    return (int) matcher.results().count();
  }

  private TelegramClient signedIn() {
    var client = sandbox().open(owner);
    opened.add(client);
    sandbox().logIn(client, "9996620001");
    return client;
  }

  private static PeerRef channel(TelegramClient client) {
    return client.dialogs().stream()
        .map(Dialog::peer)
        .filter(peer -> peer.id() == COFFEE_AND_CODE)
        .findFirst()
        .orElseThrow();
  }

  private static byte[] noise(int length) {
    var bytes = new byte[length];
    new Random(ids).nextBytes(bytes);
    return bytes;
  }

  private static FileUpload upload(byte[] bytes, int confirmed) throws IOException {
    var file = Files.createTempFile(folder, "file", ".bin");
    Files.write(file, bytes);
    return new FileUpload(++ids, "file.bin", FileContent.of(file), confirmed);
  }

  private static byte[] png() throws IOException {
    var out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB), "png", out);
    return out.toByteArray();
  }

  private static RemoteFile photo(TelegramClient client, PeerRef to) throws IOException {
    var file = client.media().upload(upload(png(), 0), UNHEARD);
    return client.media().register(to, file, PHOTO);
  }

  private static Item item(RemoteFile file, String caption) {
    return new Item(++ids, new Content.File(file), caption, List.of(), false);
  }

  private static OutgoingMedia outgoing(PeerRef to, Item... items) {
    return new OutgoingMedia(to, List.of(items), Instant.now(), Manner.USUAL, List.of());
  }

  @Test
  void a_big_file_is_uploaded_in_parts_and_sent() throws IOException {
    var client = signedIn();
    var to = channel(client);
    var heard = new ArrayList<Integer>();
    var bytes = noise((10 << 20) + 5);
    var file = client.media().upload(upload(bytes, 0), (parts, _) -> heard.add(parts));
    assertThat(file.big()).isTrue();
    assertThat(heard).hasSize(21).isSorted().endsWith(21);
    var remote = client.media().register(to, file, DOCUMENT);
    client.media().send(outgoing(to, item(remote, "big")));
    assertThat(posts()).isEqualTo(before + 1);
    assertThat(sandbox().posts(COFFEE_AND_CODE)).contains("\"bytes\":" + bytes.length);
  }

  @Test
  void an_upload_goes_on_at_the_first_part_that_is_missing() throws IOException {
    var client = signedIn();
    var upload = upload(noise(Uploader.PART_BYTES * 4), 0);
    var reached = new AtomicInteger();
    assertThatThrownBy(() ->
            client
                .media()
                .upload(
                    upload,
                    (parts, _) -> {
                      reached.set(parts);
                      if (parts == 2) {
                        throw new IllegalStateException("killed");
                      }
                    }))
        .hasMessage("killed");
    client.close();
    var again = sandbox().open(owner);
    opened.add(again);
    var to = channel(again);
    var rest = new FileUpload(upload.fileId(), upload.name(), upload.content(), reached.get());
    var heard = new ArrayList<Integer>();
    var file = again.media().upload(rest, (parts, _) -> heard.add(parts));
    assertThat(heard).containsExactly(3, 4);
    assertThat(again.media().register(to, file, DOCUMENT).kind())
        .isEqualTo(RemoteFile.Kind.DOCUMENT);
  }

  @Test
  void a_part_that_telegram_has_lost_is_named() throws IOException {
    var client = signedIn();
    var to = channel(client);
    var file = client.media().upload(upload(noise(Uploader.PART_BYTES + 1), 1), UNHEARD);
    assertThatThrownBy(() -> client.media().register(to, file, DOCUMENT))
        .isInstanceOf(RpcException.class)
        .hasMessageContaining("FILE_PART_0_MISSING");
  }

  @Test
  void an_album_is_sent_once_whatever_is_repeated() throws IOException {
    var client = signedIn();
    var to = channel(client);
    var photo = photo(client, to);
    var album = outgoing(to, item(photo, "both"), item(photo(client, to), ""));
    sandbox().fault("{\"method\":\"messages.sendMultiMedia\",\"kind\":\"EXECUTE_AND_CLOSE\"}");
    var sent = client.media().send(album);
    var again = client.media().send(album);
    assertThat(again)
        .extracting(SentMessage::number)
        .isEqualTo(sent.stream().map(SentMessage::number).toList());
    assertThat(posts()).isEqualTo(before + 2);
  }

  @Test
  void a_duplicate_is_looked_for_by_its_files() throws IOException {
    var client = signedIn();
    var to = channel(client);
    var album = outgoing(to, item(photo(client, to), "both"), item(photo(client, to), ""));
    var sent = client.media().send(album);
    sandbox()
        .fault(
            "{\"method\":\"messages.sendMultiMedia\",\"kind\":\"RPC_ERROR\",\"errorCode\":500,"
                + "\"errorType\":\"RANDOM_ID_DUPLICATE\"}");
    var found = client.media().send(album);
    assertThat(found).allMatch(SentMessage::repeated);
    assertThat(found)
        .extracting(SentMessage::number)
        .isEqualTo(sent.stream().map(SentMessage::number).toList());
    var never = outgoing(to, item(photo(client, to), "never"));
    assertThat(client.media().find(never)).isNull();
  }

  @Test
  void an_old_reference_is_refused_and_nothing_is_sent() throws IOException {
    var client = signedIn();
    var to = channel(client);
    var photo = photo(client, to);
    sandbox()
        .fault(
            "{\"method\":\"messages.sendMedia\",\"kind\":\"RPC_ERROR\",\"errorCode\":400,"
                + "\"errorType\":\"FILE_REFERENCE_EXPIRED\"}");
    assertThatThrownBy(() -> client.media().send(outgoing(to, item(photo, ""))))
        .hasMessageContaining("FILE_REFERENCE_EXPIRED");
    var foreign = new RemoteFile(photo.kind(), photo.id(), photo.accessHash(), Bytes.EMPTY);
    assertThatThrownBy(() -> client.media().send(outgoing(to, item(foreign, ""))))
        .hasMessageContaining("FILE_REFERENCE_EMPTY");
    assertThat(posts()).isEqualTo(before);
  }

  @Test
  void a_poll_and_a_quiz_are_sent() {
    var client = signedIn();
    var to = channel(client);
    var answers = List.of("Yes", "No");
    var poll = new OutgoingPoll("Tea?", answers, true, false, null, null);
    var quiz = new OutgoingPoll("2 + 2?", List.of("4", "5"), false, false, 0, "Count.");
    for (var one : List.of(poll, quiz)) {
      var item = new Item(++ids, new Content.Poll(one), "", List.of(), false);
      assertThat(client.media().send(outgoing(to, item))).hasSize(1);
    }
    assertThat(sandbox().posts(COFFEE_AND_CODE)).contains("\"question\":\"Tea?\"", "\"quiz\":true");
  }

  @Test
  void a_bot_sends_links_as_buttons() throws IOException {
    var bot = sandbox().bot("9996620001", "media_bot");
    sandbox().promote(bot, COFFEE_AND_CODE);
    var client = sandbox().open(owner);
    opened.add(client);
    client.login().signInBot(bot.token());
    var to = client.channelsAmong(List.of(COFFEE_AND_CODE)).getFirst().peer();
    var buttons = List.of(List.of(new UrlButton("Read", "https://example.org/")));
    var items = List.of(item(photo(client, to), "with a link"));
    var media = new OutgoingMedia(to, items, Instant.now(), Manner.USUAL, buttons);
    client.media().send(media);
    assertThat(client.media().find(media)).as("bots may not look").isNull();
    assertThat(sandbox().posts(COFFEE_AND_CODE))
        .contains("{\"text\":\"Read\",\"url\":\"https://example.org/\"}");
  }

  @Test
  void a_file_that_is_empty_or_changes_is_no_file() throws IOException {
    var client = signedIn();
    assertThatThrownBy(() -> client.media().upload(upload(new byte[0], 0), UNHEARD))
        .isInstanceOf(IllegalArgumentException.class);
    FileContent shrinking =
        new FileContent() {
          @Override
          public long size() {
            return 2000;
          }

          @Override
          public byte[] read(long offset, int length) throws IOException {
            throw new IOException("gone");
          }
        };
    assertThatThrownBy(
            () -> client.media().upload(new FileUpload(++ids, "a", shrinking, 0), UNHEARD))
        .isInstanceOf(IOException.class)
        .hasMessage("gone");
  }

  @Test
  void a_connection_that_breaks_under_an_upload_loses_nothing() throws IOException {
    var client = signedIn();
    var to = channel(client);
    sandbox().fault("{\"method\":\"upload.saveFilePart\",\"kind\":\"CLOSE\"}");
    var bytes = noise(Uploader.PART_BYTES * 2);
    var file = client.media().upload(upload(bytes, 0), UNHEARD);
    assertThat(client.media().register(to, file, DOCUMENT)).isNotNull();
  }
}
