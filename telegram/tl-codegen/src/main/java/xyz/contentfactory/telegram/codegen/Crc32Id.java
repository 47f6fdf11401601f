package xyz.contentfactory.telegram.codegen;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.zip.CRC32;

/// The id that TL derives from a definition's own text.
///
/// Source: core.telegram.org/mtproto/TL-formal, "crc32 of the definition": without the id, `bytes`
/// as `string`, without the fields that are only a bit, and without brackets.
final class Crc32Id {
  private Crc32Id() {}

  static int of(Definition definition) {
    StringBuilder text = new StringBuilder(definition.name());
    if (definition.generic()) {
      text.append(" X:Type");
    }
    for (Field field : definition.fields()) {
      if (!field.isTrueFlag()) {
        text.append(' ').append(field);
      }
    }
    text.append(" = ").append(definition.result());
    String canonical =
        text.toString()
            .replace(":bytes", ":string")
            .replace("?bytes", "?string")
            .replace('<', ' ')
            .replace(">", "");
    CRC32 crc = new CRC32();
    crc.update(canonical.getBytes(UTF_8));
    return (int) crc.getValue();
  }
}
