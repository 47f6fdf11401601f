package xyz.contentfactory.kit.secret;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A double of Vault's transit engine: it answers `encrypt`, `decrypt` and `rewrap` as its API
/// documents them, over real HTTP, with real AES-GCM. No Vault runs in the tests.
final class FakeVault implements AutoCloseable {
  static final String TOKEN = "hvs.of-a-test";
  private static final JsonMapper JSON = new JsonMapper();
  private static final int IV = 12;

  private final SecureRandom random = new SecureRandom();
  private final List<byte[]> versions = new ArrayList<>();
  private final HttpServer server;
  private volatile boolean sealed;
  private volatile @Nullable URI elsewhere;

  FakeVault() throws IOException {
    rotate();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  VaultTransit transit(String token) {
    return new VaultTransit(
        new VaultSettings(url(), Secret.of(token), "transit", "content-factory"));
  }

  VaultTransit transit() {
    return transit(TOKEN);
  }

  /// As `vault write -f transit/keys/content-factory/rotate` does.
  synchronized void rotate() {
    byte[] key = new byte[32];
    random.nextBytes(key);
    versions.add(key);
  }

  void seal(boolean so) {
    sealed = so;
  }

  /// As a standby answers: ask there.
  void standBy(URI active) {
    elsewhere = active;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      URI active = elsewhere;
      if (active != null) {
        exchange.getResponseHeaders().add("Location", active + exchange.getRequestURI().getPath());
        say(exchange, 307, JSON.createObjectNode());
        return;
      }
      JsonNode asked = JSON.readTree(exchange.getRequestBody().readAllBytes());
      String[] path = exchange.getRequestURI().getPath().split("/", -1);
      if (sealed) {
        say(exchange, 503, error("Vault is sealed"));
      } else if (!TOKEN.equals(exchange.getRequestHeaders().getFirst("X-Vault-Token"))) {
        say(exchange, 403, error("permission denied"));
      } else if (path.length != 5 || !path[4].equals("content-factory")) {
        say(exchange, 400, error("encryption key not found"));
      } else {
        act(exchange, path[3], asked);
      }
    }
  }

  private synchronized void act(HttpExchange exchange, String act, JsonNode asked)
      throws IOException {
    ObjectNode data = JSON.createObjectNode();
    try {
      switch (act) {
        case "encrypt" -> data.put("ciphertext", encrypt(asked.get("plaintext").asString()));
        case "decrypt" -> data.put("plaintext", decrypt(asked.get("ciphertext").asString()));
        case "rewrap" ->
            data.put("ciphertext", encrypt(decrypt(asked.get("ciphertext").asString())));
        default -> throw new GeneralSecurityException("unsupported path");
      }
      say(
          exchange,
          200,
          JSON.createObjectNode().set("data", data.put("key_version", versions.size())));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      say(exchange, 400, error("invalid ciphertext: unable to decrypt"));
    }
  }

  private String encrypt(String base64) throws GeneralSecurityException {
    byte[] iv = new byte[IV];
    random.nextBytes(iv);
    byte[] body = run(Cipher.ENCRYPT_MODE, versions.size(), iv, Base64.getDecoder().decode(base64));
    byte[] all = Arrays.copyOf(iv, IV + body.length);
    System.arraycopy(body, 0, all, IV, body.length);
    return "vault:v" + versions.size() + ":" + Base64.getEncoder().encodeToString(all);
  }

  private String decrypt(String ciphertext) throws GeneralSecurityException {
    String[] parts = ciphertext.split(":", -1);
    if (parts.length != 3 || !parts[0].equals("vault")) {
      throw new GeneralSecurityException("invalid ciphertext: no prefix");
    }
    byte[] all = Base64.getDecoder().decode(parts[2]);
    byte[] plain =
        run(
            Cipher.DECRYPT_MODE,
            Integer.parseInt(parts[1].substring(1)),
            Arrays.copyOf(all, IV),
            Arrays.copyOfRange(all, IV, all.length));
    return Base64.getEncoder().encodeToString(plain);
  }

  private byte[] run(int mode, int version, byte[] iv, byte[] input)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        mode, new SecretKeySpec(versions.get(version - 1), "AES"), new GCMParameterSpec(128, iv));
    return cipher.doFinal(input);
  }

  private static ObjectNode error(String said) {
    ObjectNode answer = JSON.createObjectNode();
    answer.putArray("errors").add(said);
    return answer;
  }

  private static void say(HttpExchange exchange, int status, JsonNode answer) throws IOException {
    byte[] body = JSON.writeValueAsString(answer).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
