package xyz.contentfactory.telegram.sandbox;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import xyz.contentfactory.telegram.mtproto.framing.FramingKind;
import xyz.contentfactory.telegram.sandbox.schema.TlValue;
import xyz.contentfactory.telegram.sandbox.world.World;

/// A person at a sandbox who has parts, files and a channel to send them to.
abstract class MediaScene {

  static final String BRIEF = "/api/sandbox/channels/2100000001/posts?after=3";
  static final int PART = 512 << 10;

  @TempDir private static Path template;

  private final Path folder;
  final SettableClock clock = new SettableClock();
  Sandbox sandbox;
  TestClient client;
  TlValue brief = TlValue.of("inputPeerEmpty");
  long randomId = 100;

  @BeforeAll
  static void make_a_world() {
    Sandbox.start(SandboxSettings.local(template, 0)).close();
  }

  MediaScene(@TempDir Path folder) throws IOException {
    this.folder = folder;
    Files.copy(template.resolve("world.mv"), folder.resolve("world.mv"));
    sandbox = start(World.USUAL_FILES_BYTES);
    client = TestClient.connect(sandbox, 1, FramingKind.INTERMEDIATE);
  }

  Sandbox start(long filesBytes) {
    return Sandbox.start(
        new SandboxSettings(folder, InetAddress.getLoopbackAddress(), 0, clock, filesBytes));
  }

  @BeforeEach
  void log_in() throws IOException {
    client.logIn("9996610001");
    TlValue channel =
        client
            .call(TlValue.of("contacts.resolveUsername", "username", "morning_brief_sandbox"))
            .objects("chats")
            .getFirst();
    brief =
        TlValue.of(
            "inputPeerChannel",
            "channel_id",
            channel.number("id"),
            "access_hash",
            channel.number("access_hash"));
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    sandbox.close();
  }

  /// With a new key: a connection does not expect the clock to jump.
  void aDayLater() throws IOException {
    clock.pass(Duration.ofDays(1));
    client.close();
    client = TestClient.connect(sandbox, 1, FramingKind.INTERMEDIATE);
    log_in();
  }

  static byte[] noise(int length) {
    byte[] bytes = new byte[length];
    new Random(3).nextBytes(bytes);
    return bytes;
  }

  void part(long fileId, int part, byte[] bytes) throws IOException {
    client.call(
        TlValue.of("upload.saveFilePart", "file_id", fileId, "file_part", part, "bytes", bytes));
  }

  void bigPart(long fileId, int part, int total, byte[] bytes) throws IOException {
    client.call(
        TlValue.of(
            "upload.saveBigFilePart",
            "file_id",
            fileId,
            "file_part",
            part,
            "file_total_parts",
            total,
            "bytes",
            bytes));
  }

  static TlValue small(long fileId, int parts, String md5) {
    return TlValue.of(
        "inputFile", "id", fileId, "parts", parts, "name", "a.bin", "md5_checksum", md5);
  }

  static TlValue document(TlValue file) {
    return TlValue.of(
        "inputMediaUploadedDocument",
        "file",
        file,
        "mime_type",
        "application/pdf",
        "attributes",
        List.of(TlValue.of("documentAttributeFilename", "file_name", "report.pdf")));
  }

  TlValue send(TlValue media, long id) throws IOException {
    return client.call(
        TlValue.of(
            "messages.sendMedia",
            "peer",
            brief,
            "media",
            media,
            "message",
            "caption",
            "random_id",
            id));
  }

  TlValue sent(TlValue media) throws IOException {
    return Objects.requireNonNull(message(send(media, randomId++)).object("media"));
  }

  static TlValue message(TlValue updates) {
    TlValue last = updates.objects("updates").getLast();
    return Objects.requireNonNull(last.object("message"));
  }

  JsonNode posts() {
    return Http.get(sandbox.address(), BRIEF).json().get("posts");
  }

  byte[] given(String path) throws IOException, InterruptedException {
    URI address = sandbox.address().resolve("/api/sandbox/files/" + path);
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray()).body();
    }
  }

  void refused(TlValue call, String type) {
    assertThatThrownBy(() -> client.call(call)).hasMessage("400 " + type);
  }

  TlValue photo() throws IOException {
    part(5, 0, TestPictures.png(400, 200));
    TlValue uploaded =
        client.call(
            TlValue.of(
                "messages.uploadMedia",
                "peer",
                brief,
                "media",
                TlValue.of("inputMediaUploadedPhoto", "file", small(5, 1, ""))));
    return Objects.requireNonNull(uploaded.object("photo"));
  }

  static TlValue known(TlValue photo) {
    return TlValue.of("inputMediaPhoto", "id", input("inputPhoto", photo));
  }

  static TlValue input(String name, TlValue file) {
    return TlValue.of(
        name,
        "id",
        file.number("id"),
        "access_hash",
        file.number("access_hash"),
        "file_reference",
        file.bytes("file_reference"));
  }

  static TlValue location(String name, TlValue file, String size) {
    return TlValue.of(
        name,
        "id",
        file.number("id"),
        "access_hash",
        file.number("access_hash"),
        "file_reference",
        file.bytes("file_reference"),
        "thumb_size",
        size);
  }

  static TlValue single(TlValue media, long id, String caption) {
    return TlValue.of("inputSingleMedia", "media", media, "random_id", id, "message", caption);
  }

  TlValue album(List<TlValue> items) {
    return TlValue.of("messages.sendMultiMedia", "peer", brief, "multi_media", items);
  }
}
