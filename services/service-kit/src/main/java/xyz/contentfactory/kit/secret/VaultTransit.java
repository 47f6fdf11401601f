package xyz.contentfactory.kit.secret;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A keyring's text encrypted by the transit engine of a Vault or OpenBao: the key that opens it
/// never leaves the vault. It is asked when the keyring is opened and when a key is made or
/// dropped, not for each value; so it may be away in between.
///
/// The token needs `update` on `<mount>/encrypt/<key>`, `<mount>/decrypt/<key>` and
/// `<mount>/rewrap/<key>`, nothing else.
///
/// @see <a href="https://developer.hashicorp.com/vault/api-docs/secret/transit">its API</a>
public final class VaultTransit implements KeyCover {
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final int MOST_BYTES = 1 << 20;
  private static final int MOST_SAID = 200;
  private static final JsonMapper JSON = new JsonMapper();

  private final VaultSettings settings;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(LIMIT).build();

  public VaultTransit(VaultSettings settings) {
    this.settings = settings;
  }

  static boolean isCovered(String stored) {
    return ciphertext(stored) != null;
  }

  private static @Nullable String ciphertext(String stored) {
    try {
      JsonNode text = JSON.readTree(stored).path("vault");
      return text.isString() ? text.asString() : null;
    } catch (JacksonException e) {
      return null;
    }
  }

  private static String stored(String ciphertext) {
    return JSON.writeValueAsString(
        JSON.createObjectNode().put("keyring", Keys.FORMAT).put("vault", ciphertext));
  }

  @Override
  public String cover(String text) {
    String plain = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    return stored(ask("encrypt", "plaintext", plain, "ciphertext"));
  }

  @Override
  public String uncover(String stored) {
    String ciphertext = ciphertext(stored);
    if (ciphertext == null) {
      return stored;
    }
    try {
      byte[] plain =
          Base64.getDecoder().decode(ask("decrypt", "ciphertext", ciphertext, "plaintext"));
      return new String(plain, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new KeyringException("The vault's answer is not what it should be.", e);
    }
  }

  /// What lies in plain is covered; what an older version of the vault's key covers, is covered by
  /// its newest one, without being seen here.
  @Override
  public @Nullable String renewed(String stored) {
    String ciphertext = ciphertext(stored);
    if (ciphertext == null) {
      return cover(stored);
    }
    String renewed = ask("rewrap", "ciphertext", ciphertext, "ciphertext");
    return version(renewed).equals(version(ciphertext)) ? null : stored(renewed);
  }

  /// `vault:v3` of `vault:v3:…`.
  private static String version(String ciphertext) {
    return ciphertext.substring(0, Math.max(0, ciphertext.lastIndexOf(':')));
  }

  private String ask(String act, String field, String value, String answered) {
    ObjectNode body = JSON.createObjectNode().put(field, value);
    HttpRequest request =
        HttpRequest.newBuilder(settings.address(act))
            .timeout(LIMIT)
            .header("X-Vault-Token", settings.token().reveal())
            .header("X-Vault-Request", "true")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
            .build();
    HttpResponse<String> answer = send(act, request);
    JsonNode json = parsed(answer.body());
    JsonNode text = json.path("data").path(answered);
    if (answer.statusCode() != 200 || !text.isString()) {
      throw refused(act, answer.statusCode(), json);
    }
    return text.asString();
  }

  private HttpResponse<String> send(String act, HttpRequest request) {
    try {
      return http.send(
          request,
          BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), MOST_BYTES));
    } catch (IOException e) {
      throw new KeyringException(
          "The vault at %s does not answer (%s).".formatted(settings.url(), act), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KeyringException("Asking the vault was interrupted.", e);
    }
  }

  private static JsonNode parsed(String body) {
    try {
      return JSON.readTree(body);
    } catch (JacksonException e) {
      return JSON.createObjectNode();
    }
  }

  /// Says what the vault has said: that is about the token or the key, never a secret.
  private KeyringException refused(String act, int status, JsonNode json) {
    String said = json.path("errors").path(0).asString("it says no more");
    return new KeyringException(
        "The vault at %s refused to %s (%d): %s."
            .formatted(
                settings.url(),
                act,
                status,
                said.substring(0, Math.min(MOST_SAID, said.length())).replaceAll("\\s+", " ")));
  }

  static URI addressOf(URI url, String mount, String act, String key) {
    String base = url.toString();
    return URI.create(
        (base.endsWith("/") ? base : base + "/") + "v1/" + mount + "/" + act + "/" + key);
  }
}
