package xyz.contentfactory.kit.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.ComposedSchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import xyz.contentfactory.kit.problem.ProblemCode;

/// Writes problems into the API document: one response a status, with the problem document as its
/// schema and the codes that may stand in it. Operations with the same codes share one response
/// among the components, which is named by them.
final class ProblemResponses {
  private static final String MEDIA_TYPE = "application/problem+json";

  private final Components components;

  ProblemResponses(Components components) {
    this.components = components;
  }

  void write(Operation operation, Collection<ProblemCode> problems) {
    Map<HttpStatus, List<ProblemCode>> byStatus =
        problems.stream()
            .sorted(Comparator.comparing(ProblemCode::code))
            .distinct()
            .collect(Collectors.groupingBy(ProblemCode::status, TreeMap::new, Collectors.toList()));
    byStatus.forEach((status, codes) -> write(operation, Integer.toString(status.value()), codes));
  }

  /// An answer of the controller's own with this status, as that of a health check, stays beside
  /// the problem document.
  private void write(Operation operation, String status, List<ProblemCode> codes) {
    ApiResponse own = operation.getResponses().get(status);
    if (own != null) {
      own.getContent().addMediaType(MEDIA_TYPE, new MediaType().schema(schema(codes)));
      return;
    }
    String name = codes.stream().map(ProblemCode::code).collect(Collectors.joining("."));
    if (components.getResponses() == null || !components.getResponses().containsKey(name)) {
      components.addResponses(name, response(status, codes));
    }
    operation
        .getResponses()
        .addApiResponse(status, new ApiResponse().$ref("#/components/responses/" + name));
  }

  private static ApiResponse response(String status, List<ProblemCode> codes) {
    String description =
        codes.stream()
            .map(code -> "`%s`: %s".formatted(code.code(), code.title()))
            .collect(Collectors.joining("\n\n"));
    ApiResponse response =
        new ApiResponse()
            .description(description)
            .content(new Content().addMediaType(MEDIA_TYPE, new MediaType().schema(schema(codes))));
    if (status.equals("429") || status.equals("503")) {
      response.addHeaderObject(
          "Retry-After",
          new Header().description("Seconds to wait").schema(new IntegerSchema().format(null)));
    }
    return response;
  }

  private static Schema<?> schema(List<ProblemCode> codes) {
    StringSchema code = new StringSchema();
    codes.forEach(one -> code.addEnumItem(one.code()));
    return new ComposedSchema()
        .addAllOfItem(new Schema<>().$ref("#/components/schemas/Problem"))
        .addAllOfItem(new ObjectSchema().addProperty("code", code));
  }
}
