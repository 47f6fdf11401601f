package xyz.contentfactory.kit.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;

/// The parts of `/openapi.json` that all operations share: title, the two ways to prove a session,
/// the CSRF header, and the problem document as the answer to everything that goes wrong.
final class OpenApiBasics implements OpenApiCustomizer {
  private static final String BEARER = "bearer";
  private static final String COOKIE = "cookie";
  private static final String CSRF = "csrf";

  static OpenAPI document() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Content Factory")
                .version("v1")
                .description(
                    "Publish to Telegram. Programs send a bearer token; the cabinet holds its session in"
                        + " HttpOnly cookies and proves its requests with the CSRF header."))
        .components(
            new Components()
                .addSecuritySchemes(
                    BEARER,
                    new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT"))
                .addSecuritySchemes(COOKIE, key(SecurityScheme.In.COOKIE, "cf_access"))
                .addSecuritySchemes(CSRF, key(SecurityScheme.In.HEADER, "X-XSRF-TOKEN")))
        .security(
            List.of(
                new SecurityRequirement().addList(BEARER),
                new SecurityRequirement().addList(COOKIE).addList(CSRF)));
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
    document.getPaths().values().stream()
        .flatMap(path -> path.readOperations().stream())
        .forEach(OpenApiBasics::answerWithProblems);
  }

  private static void answerWithProblems(Operation operation) {
    operation
        .getResponses()
        .addApiResponse(
            "default",
            new ApiResponse()
                .description("A problem document")
                .content(
                    new Content()
                        .addMediaType(
                            "application/problem+json",
                            new MediaType()
                                .schema(new Schema<>().$ref("#/components/schemas/Problem")))));
  }
}
