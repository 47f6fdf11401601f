package xyz.contentfactory.kit.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;

/// A parameter of an address is there or not, but never null: springdoc takes `@Nullable` in a
/// record of parameters for a null that could be sent.
final class AbsentParameters implements OpenApiCustomizer {
  @Override
  public void customise(OpenAPI document) {
    if (document.getPaths() != null) {
      document.getPaths().values().stream()
          .flatMap(path -> path.readOperations().stream())
          .flatMap(AbsentParameters::schemas)
          .filter(schema -> schema.getTypes() != null)
          .forEach(schema -> schema.getTypes().remove("null"));
    }
  }

  @SuppressWarnings("rawtypes") // the library's own type
  private static Stream<Schema> schemas(Operation operation) {
    return Stream.ofNullable(operation.getParameters())
        .flatMap(parameters -> parameters.stream())
        .flatMap(parameter -> Stream.ofNullable(parameter.getSchema()));
  }
}
