package xyz.contentfactory.kit.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactoryBuilder;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import xyz.contentfactory.kit.secret.Secret;

/// JSON is read as it is written: nothing unknown, nothing twice, nothing converted from another
/// type, and bounded in depth and length. It is written without what is not there: a component that
/// is null is absent, as the API document has it.
public final class StrictJson implements JsonMapperBuilderCustomizer, JsonFactoryBuilderCustomizer {
  private static final int MAX_DEPTH = 64;
  private static final int MAX_STRING_CHARS = 4_000_000;
  private static final int MAX_NAME_CHARS = 200;
  private static final int MAX_NUMBER_CHARS = 100;

  @Override
  public void customize(JsonFactoryBuilder factory) {
    factory
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(MAX_DEPTH)
                .maxStringLength(MAX_STRING_CHARS)
                .maxNameLength(MAX_NAME_CHARS)
                .maxNumberLength(MAX_NUMBER_CHARS)
                .build());
  }

  @Override
  public void customize(JsonMapper.Builder mapper) {
    mapper
        .enable(
            DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
            DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
            DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .changeDefaultPropertyInclusion(
            inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
        .addModule(
            new SimpleModule("strict-json")
                .addDeserializer(String.class, new StrictString())
                .addDeserializer(Secret.class, new SecretText()));
  }

  /// Only a JSON string is a string, and only one that the database can hold: no U+0000 and no half
  /// of a surrogate pair.
  private static String strictText(
      JsonParser parser, DeserializationContext context, Class<?> type) {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      return (String) context.handleUnexpectedToken(context.constructType(String.class), parser);
    }
    String text = parser.getString();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (c == 0 || Character.isSurrogate(c)) {
        context.reportInputMismatch(type, "text with a character that is not allowed");
      }
    }
    return text;
  }

  private static final class StrictString extends StdDeserializer<String> {
    StrictString() {
      super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
      return strictText(parser, context, String.class);
    }
  }

  private static final class SecretText extends StdDeserializer<Secret> {
    SecretText() {
      super(Secret.class);
    }

    @Override
    public Secret deserialize(JsonParser parser, DeserializationContext context) {
      return Secret.of(strictText(parser, context, Secret.class));
    }
  }
}
