package xyz.contentfactory.integration.journal;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import xyz.contentfactory.integration.storage.Page;
import xyz.contentfactory.kit.csv.Csv;

/// The journal as CSV, page by page: however long it is, only one page of it is in memory, and no
/// connection to the database is held while the other side reads.
final class LogExport {
  private static final Logger LOG = LoggerFactory.getLogger(LogExport.class);

  static final int LINES_A_PAGE = 500;
  private static final List<String> COLUMNS =
      List.of(
          "at",
          "member_id",
          "account_id",
          "account",
          "kind",
          "peer",
          "result",
          "code",
          "telegram_error",
          "detail",
          "duration_ms",
          "attempt",
          "trace_id");

  private final Journal journal;

  LogExport(Journal journal) {
    this.journal = journal;
  }

  /// Whoever reads it.
  interface Reader {
    void take(String text) throws IOException;
  }

  void write(LogFilter filter, Reader reader) throws IOException {
    reader.take(Csv.BYTE_ORDER_MARK + Csv.line(COLUMNS));
    try {
      writeLines(filter, reader);
    } catch (DataAccessException e) {
      LOG.warn("an export of the journal broke off", e);
      reader.take(Csv.BROKEN_OFF);
    }
  }

  private void writeLines(LogFilter filter, Reader reader) throws IOException {
    LogCursor cursor = LogCursor.newest(LINES_A_PAGE);
    while (true) {
      Page<LogEntry> page = cursor.page(journal.read(filter, cursor));
      StringBuilder lines = new StringBuilder();
      page.items().forEach(entry -> lines.append(Csv.line(cells(entry))));
      reader.take(lines.toString());
      if (page.nextCursor() == null) {
        return;
      }
      cursor = cursor.after(page.items().getLast());
    }
  }

  private static List<@Nullable String> cells(LogEntry entry) {
    return Arrays.asList(
        entry.at().toString(),
        entry.memberId().toString(),
        text(entry.accountId()),
        entry.accountName(),
        entry.kind().name(),
        entry.peerTitle(),
        entry.result().name(),
        entry.code(),
        entry.telegramType(),
        entry.detail(),
        text(entry.durationMillis()),
        text(entry.attempt()),
        entry.traceId().toString());
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : Objects.toString(value);
  }
}
