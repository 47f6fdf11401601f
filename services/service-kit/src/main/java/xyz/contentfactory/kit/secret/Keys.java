package xyz.contentfactory.kit.secret;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The keys of a keyring (AES-256-GCM), oldest first, and their text.
///
/// The text is `{"keyring": 2, "versions": [{"number", "keyId", "since"}], "keys": a keyset of
/// Tink}`; a bare keyset, as it was written before there were versions, is read too.
record Keys(KeysetHandle handle, List<KeyVersion> versions) {
  private static final Configuration TINK = AeadConfig2026.get();
  static final int FORMAT = 2;
  private static final JsonMapper JSON = new JsonMapper();

  Keys {
    versions = List.copyOf(versions);
    List<Integer> ids =
        IntStream.range(0, handle.size()).map(i -> handle.getAt(i).getId()).boxed().toList();
    if (!ids.equals(versions.stream().map(KeyVersion::keyId).toList())
        || versions.getLast().keyId() != handle.getPrimary().getId()) {
      throw new IllegalArgumentException("keys and versions differ");
    }
  }

  static Keys first(Instant now) throws GeneralSecurityException {
    return of(generated(), List.of(), now);
  }

  /// These and a new one, which encrypts.
  Keys withNew(Instant now) throws GeneralSecurityException {
    KeysetHandle more =
        KeysetHandle.newBuilder(handle)
            .addEntry(KeysetHandle.importKey(generated().getPrimary().getKey()).makePrimary())
            .build();
    return of(more, versions, now);
  }

  /// The newest alone.
  Keys newestAlone() throws GeneralSecurityException {
    KeysetHandle.Builder builder = KeysetHandle.newBuilder(handle);
    for (int i = 1; i < versions.size(); i++) {
      builder.deleteAt(0);
    }
    return new Keys(builder.build(), List.of(newest()));
  }

  KeyVersion newest() {
    return versions.getLast();
  }

  Aead aead() throws GeneralSecurityException {
    return handle.getPrimitive(TINK, Aead.class);
  }

  private static Keys of(KeysetHandle handle, List<KeyVersion> before, Instant now) {
    List<KeyVersion> versions = new ArrayList<>(before);
    int number = before.isEmpty() ? 1 : before.getLast().number() + 1;
    versions.add(new KeyVersion(number, now, handle.getPrimary().getId()));
    return new Keys(handle, versions);
  }

  private static KeysetHandle generated() throws GeneralSecurityException {
    return KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, TINK);
  }

  /// Reads what `text` wrote.
  ///
  /// @param written when the text was written, for one that does not say since when its keys are
  static Keys parse(String text, Instant written) throws GeneralSecurityException {
    try {
      JsonNode root = JSON.readTree(text);
      return root.has("keyring") ? versioned(root) : bare(keyset(text), written);
    } catch (JacksonException | IllegalArgumentException e) {
      throw new GeneralSecurityException("not a keyring", e);
    }
  }

  private static Keys versioned(JsonNode root) throws GeneralSecurityException {
    if (root.get("keyring").asInt() != FORMAT) {
      throw new GeneralSecurityException("a keyring of another format");
    }
    List<KeyVersion> versions = new ArrayList<>();
    for (JsonNode version : root.path("versions")) {
      versions.add(
          new KeyVersion(
              version.path("number").asInt(), since(version), version.path("keyId").asInt()));
    }
    return new Keys(keyset(root.path("keys").toString()), versions);
  }

  private static Instant since(JsonNode version) {
    try {
      return Instant.parse(version.path("since").asString());
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("not a time", e);
    }
  }

  private static Keys bare(KeysetHandle handle, Instant written) {
    List<KeyVersion> versions = new ArrayList<>();
    for (int i = 0; i < handle.size(); i++) {
      versions.add(new KeyVersion(i + 1, written, handle.getAt(i).getId()));
    }
    return new Keys(handle, versions);
  }

  private static KeysetHandle keyset(String text) throws GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.parseKeyset(text, TINK, InsecureSecretKeyAccess.get());
  }

  String text() throws GeneralSecurityException {
    ObjectNode root = JSON.createObjectNode();
    root.put("keyring", FORMAT);
    ArrayNode array = root.putArray("versions");
    for (KeyVersion version : versions) {
      array
          .addObject()
          .put("number", version.number())
          .put("keyId", version.keyId())
          .put("since", version.since().toString());
    }
    String keyset =
        TinkJsonProtoKeysetFormat.serializeKeyset(handle, TINK, InsecureSecretKeyAccess.get());
    root.set("keys", JSON.readTree(keyset));
    return JSON.writeValueAsString(root);
  }

  /// The numbers of the versions only.
  @Override
  public String toString() {
    return "Keys" + versions.stream().map(KeyVersion::number).toList();
  }
}
