package xyz.contentfactory.user.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import xyz.contentfactory.kit.identity.Caller;
import xyz.contentfactory.kit.identity.ClientAddress;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.Problem;

/// The audit trail, for admins.
@RestController
@RequestMapping("/api/v1/audit")
@Tag(name = "audit", description = "Who did what, from where, and how it ended")
final class AuditController {
  private static final int DEFAULT_LIMIT = 50;
  private static final int MOST = 200;
  private static final String CSV = "text/csv";

  private final AuditLines lines;
  private final AuditExport export;

  AuditController(AuditLines lines, AuditExport export) {
    this.lines = lines;
    this.export = export;
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "AuditPage")
  record Page(List<AuditLine> items, @Nullable String nextCursor) {}

  @GetMapping
  @Operation(operationId = "audit", summary = "What happened, newest first")
  Page list(
      @ParameterObject AuditFilter filter,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Schema(minimum = "1", maximum = "200")
          @Nullable Integer limit) {
    int rows = limit == null ? DEFAULT_LIMIT : limit;
    if (rows < 1 || rows > MOST) {
      throw Problem.of(CommonProblem.INVALID_INPUT)
          .withError("limit", "A page has 1 to " + MOST + " entries.", "out-of-bounds")
          .asException();
    }
    List<AuditLine> read = lines.before(AuditPosition.parse(cursor), filter.parse(), rows + 1);
    return read.size() <= rows
        ? new Page(read, null)
        : new Page(read.subList(0, rows), AuditPosition.of(read.get(rows - 1)).toString());
  }

  @GetMapping(path = "/export", produces = CSV)
  @Operation(
      operationId = "exportAudit",
      summary = "The same as a CSV file, all of it",
      description =
          "UTF-8 with a byte order mark. A text that a spreadsheet would take for a formula has an apostrophe before it.")
  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = CSV, schema = @Schema(type = "string")))
  void export(
      @ParameterObject AuditFilter asked,
      Caller caller,
      ClientAddress from,
      HttpServletResponse response)
      throws IOException {
    AuditFilter filter = asked.parse();
    export.trace(caller, filter, from);
    response.setContentType(CSV);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.csv\"");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
    export.write(filter, out);
    out.flush();
  }
}
