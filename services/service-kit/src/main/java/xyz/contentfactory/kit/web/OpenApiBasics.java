package xyz.contentfactory.kit.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.ProblemCode;

/// The parts of `/openapi.json` that all operations share: title, the ways to prove who one is, the
/// problem document, and for each operation the problems that it may answer with: those that any
/// endpoint may, those that come with a body, those that its controller lists, and those of the
/// edge.
final class OpenApiBasics implements OpenApiCustomizer {
  private static final Set<ProblemCode> OF_ALL =
      Set.of(
          CommonProblem.INVALID_INPUT,
          CommonProblem.INTERNAL,
          CommonProblem.TEMPORARILY_UNAVAILABLE);
  private static final Set<ProblemCode> OF_A_BODY =
      Set.of(
          CommonProblem.BODY_UNREADABLE,
          CommonProblem.PAYLOAD_TOO_LARGE,
          CommonProblem.UNSUPPORTED_MEDIA_TYPE);

  private final List<DescribedEdge> edges;

  /// @param edges empty for a service alone
  OpenApiBasics(List<DescribedEdge> edges) {
    this.edges = List.copyOf(edges);
  }

  static OpenAPI document() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Content Factory")
                .version("v1")
                .description(
                    "Publish to Telegram. Programs send an API key or an access token as bearer; the cabinet"
                        + " holds its session in HttpOnly cookies and proves its requests with the CSRF"
                        + " header."))
        .components(
            new Components()
                .addSecuritySchemes(
                    SecurityNames.BEARER, bearer("An access token of a session.", "JWT"))
                .addSecuritySchemes(
                    SecurityNames.API_KEY,
                    bearer("An API key made for the scope that is named here.", "cfk_…"))
                .addSecuritySchemes(
                    SecurityNames.COOKIE, key(SecurityScheme.In.COOKIE, "cf_access"))
                .addSecuritySchemes(
                    SecurityNames.CSRF, key(SecurityScheme.In.HEADER, "X-XSRF-TOKEN")));
  }

  private static SecurityScheme bearer(String description, String format) {
    return new SecurityScheme()
        .type(SecurityScheme.Type.HTTP)
        .scheme("bearer")
        .bearerFormat(format)
        .description(description);
  }

  private static SecurityScheme key(SecurityScheme.In in, String name) {
    return new SecurityScheme().type(SecurityScheme.Type.APIKEY).in(in).name(name);
  }

  private static Schema<?> problem() {
    Schema<Object> problem = new ObjectSchema();
    problem.setDescription("RFC 9457 problem document; `code` is stable.");
    problem.addProperty("type", new StringSchema());
    problem.addProperty("title", new StringSchema());
    problem.addProperty("status", new IntegerSchema());
    problem.addProperty("detail", new StringSchema());
    problem.addProperty("code", new StringSchema());
    problem.addProperty("errors", new ArraySchema().items(fieldProblem()));
    problem.addProperty("retryAfterSeconds", new IntegerSchema());
    problem.addProperty("telegramType", new StringSchema());
    problem.addProperty("incidentId", new StringSchema());
    problem.setRequired(List.of("type", "title", "status", "detail", "code"));
    return problem;
  }

  private static Schema<?> fieldProblem() {
    Schema<Object> field = new ObjectSchema();
    field.addProperty("field", new StringSchema());
    field.addProperty("message", new StringSchema());
    field.addProperty("code", new StringSchema());
    field.setRequired(List.of("field", "message", "code"));
    return field;
  }

  @Override
  public void customise(OpenAPI document) {
    if (document.getPaths() == null) {
      return;
    }
    document.getComponents().addSchemas("Problem", problem());
    ProblemResponses responses = new ProblemResponses(document.getComponents());
    document
        .getPaths()
        .forEach((path, item) ->
            item.readOperationsMap()
                .forEach((method, operation) ->
                    responses.write(operation, problems(method, path, operation))));
  }

  private Set<ProblemCode> problems(HttpMethod method, String path, Operation operation) {
    Set<ProblemCode> problems = new HashSet<>(OF_ALL);
    if (operation.getRequestBody() != null) {
      problems.addAll(OF_A_BODY);
    }
    if (operation.getResponses().values().stream().anyMatch(OpenApiBasics::hasContent)) {
      problems.add(CommonProblem.NOT_ACCEPTABLE);
    }
    problems.addAll(HandlerProblems.takeFrom(operation));
    edges.forEach(edge -> problems.addAll(edge.describe(method, path, operation)));
    return problems;
  }

  private static boolean hasContent(ApiResponse response) {
    return response.getContent() != null && !response.getContent().isEmpty();
  }
}
