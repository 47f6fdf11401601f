package xyz.contentfactory.kit.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// In the API's description a record's component is required unless it is `@Nullable`: what the
/// compiler checks is what the clients are told. Components that a person must send but may forget
/// are `@Nullable` in the code and say so themselves by `@Schema(requiredMode = …)`.
final class RequiredComponents implements ModelConverter {
  @Override
  public @Nullable Schema<?> resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
    if (!chain.hasNext()) {
      return null;
    }
    Schema<?> resolved = chain.next().resolve(type, context, chain);
    Class<?> raw = Json.mapper().constructType(type.getType()).getRawClass();
    if (resolved != null && raw.isRecord()) {
      mark(raw, definition(resolved, context.getDefinedModels()));
    }
    return resolved;
  }

  @SuppressWarnings("rawtypes") // the type of the library's own map
  private static Schema<?> definition(Schema<?> resolved, Map<String, Schema> defined) {
    String reference = resolved.get$ref();
    Schema<?> target =
        reference == null ? null : defined.get(reference.substring(reference.lastIndexOf('/') + 1));
    return target == null ? resolved : target;
  }

  private static void mark(Class<?> raw, Schema<?> schema) {
    if (schema.getProperties() == null) {
      return;
    }
    for (RecordComponent component : raw.getRecordComponents()) {
      String name = nameOf(component);
      if (!isOptional(component)
          && schema.getProperties().containsKey(name)
          && (schema.getRequired() == null || !schema.getRequired().contains(name))) {
        schema.addRequiredItem(name);
      }
    }
  }

  private static boolean isOptional(RecordComponent component) {
    io.swagger.v3.oas.annotations.media.Schema said =
        component.getAccessor().getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class);
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class)
        || (said != null && said.requiredMode() == RequiredMode.NOT_REQUIRED);
  }

  private static String nameOf(RecordComponent component) {
    JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
    return property == null || property.value().isEmpty() ? component.getName() : property.value();
  }
}
