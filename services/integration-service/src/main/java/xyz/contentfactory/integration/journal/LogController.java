package xyz.contentfactory.integration.journal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;
import xyz.contentfactory.integration.problem.Whose;
import xyz.contentfactory.integration.storage.Page;
import xyz.contentfactory.kit.identity.Caller;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.CommonProblems;

/// Reads the journal: a member's own, and for an admin everybody's.
@RestController
@Tag(name = "Journal")
public class LogController {
  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
  private static final Duration LONGEST_EXPORT = Duration.ofMinutes(10);

  private final Journal journal;

  public LogController(Journal journal) {
    this.journal = journal;
  }

  @GetMapping("/api/v1/telegram/logs")
  @Operation(summary = "What happened, newest first")
  @CommonProblems(CommonProblem.NOT_ALLOWED)
  Page<LogEntry> list(
      Caller caller,
      @ParameterObject LogQuery query,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    LogCursor begin = LogCursor.parse(cursor, limit);
    LogFilter filter = LogFilter.of(Whose.parse(query.scope(), caller), query);
    return begin.page(journal.read(filter, begin));
  }

  @GetMapping(path = "/api/v1/telegram/logs.csv")
  @Operation(
      summary = "What happened, as CSV",
      description = "The whole of it, newest first; streamed. UTF-8 with a byte order mark.")
  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
  @CommonProblems(CommonProblem.NOT_ALLOWED)
  ResponseEntity<ResponseBodyEmitter> export(Caller caller, @ParameterObject LogQuery query) {
    LogFilter filter = LogFilter.of(Whose.parse(query.scope(), caller), query);
    ResponseBodyEmitter answer = new ResponseBodyEmitter(LONGEST_EXPORT.toMillis());
    Thread.ofVirtual().name("export of the journal").start(() -> export(filter, answer));
    return ResponseEntity.ok()
        .contentType(CSV)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"journal.csv\"")
        .body(answer);
  }

  private void export(LogFilter filter, ResponseBodyEmitter answer) {
    try {
      new LogExport(journal).write(filter, text -> answer.send(text, CSV));
      answer.complete();
    } catch (IOException gone) {
      // whoever read it is gone, and the container has ended the request
    } catch (RuntimeException e) {
      answer.completeWithError(e);
    }
  }
}
