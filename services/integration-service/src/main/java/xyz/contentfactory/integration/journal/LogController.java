package xyz.contentfactory.integration.journal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import xyz.contentfactory.integration.storage.Cursor;
import xyz.contentfactory.integration.storage.Page;
import xyz.contentfactory.kit.identity.Caller;

/// Reads the caller's own journal.
@RestController
@RequestMapping("/api/v1/telegram/logs")
@Tag(name = "Journal")
public class LogController {
  private final Journal journal;

  public LogController(Journal journal) {
    this.journal = journal;
  }

  @GetMapping
  @Operation(summary = "What happened, newest first")
  Page<LogEntry> list(
      Caller caller,
      @RequestParam(required = false) @Nullable UUID accountId,
      @RequestParam(required = false) @Nullable LogKind kind,
      @RequestParam(required = false) @Nullable LogResult result,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    Cursor page = Cursor.parse(cursor, limit);
    LogFilter filter = new LogFilter(accountId, kind, result, from, to);
    return Page.of(journal.read(caller.memberId(), filter, page), page, LogEntry::seq);
  }
}
