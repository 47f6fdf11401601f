package xyz.contentfactory.integration.journal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.integration.problem.Complaints;
import xyz.contentfactory.integration.storage.Page;

/// Keyset paging of the journal, newest first: a page continues below the last line of the one
/// before. Time comes first, because the journal is kept by month.
///
/// @param at with `seq`: only lines before this one
/// @param limit lines a page
record LogCursor(Instant at, long seq, int limit) {
  private static final int DEFAULT_LIMIT = 50;
  private static final int MOST = 200;
  private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");
  private static final Pattern FORM = Pattern.compile("([0-9a-z]{1,12})-([0-9a-z]{1,12})");

  static LogCursor newest(int limit) {
    return new LogCursor(END_OF_TIME, Long.MAX_VALUE, limit);
  }

  static LogCursor parse(@Nullable String cursor, @Nullable Integer limit) {
    Complaints complaints = new Complaints();
    int rows = limit == null ? DEFAULT_LIMIT : limit;
    if (rows < 1 || rows > MOST) {
      complaints.add("limit", "A page has 1 to " + MOST + " entries.", "out-of-bounds");
    }
    LogCursor begin = cursor == null ? newest(rows) : read(cursor, rows);
    if (begin == null) {
      throw complaints
          .add("cursor", "Pass a nextCursor as it was given.", "wrong-format")
          .asProblem();
    }
    complaints.throwIfAny();
    return begin;
  }

  private static @Nullable LogCursor read(String cursor, int rows) {
    Matcher parts = FORM.matcher(cursor);
    if (!parts.matches()) {
      return null;
    }
    Instant at = Instant.EPOCH.plus(number(parts.group(1)), ChronoUnit.MICROS);
    return at.isAfter(END_OF_TIME) ? null : new LogCursor(at, number(parts.group(2)), rows);
  }

  private static long number(String digits) {
    return Long.parseLong(digits, Character.MAX_RADIX);
  }

  LogCursor after(LogEntry last) {
    return new LogCursor(last.at(), last.seq(), limit);
  }

  /// What to ask the database for: one line more than a page, to know whether there is a next one.
  int rowsToRead() {
    return limit + 1;
  }

  Page<LogEntry> page(List<LogEntry> read) {
    if (read.size() <= limit) {
      return new Page<>(read, null);
    }
    return new Page<>(read.subList(0, limit), after(read.get(limit - 1)).text());
  }

  private String text() {
    return digits(ChronoUnit.MICROS.between(Instant.EPOCH, at)) + "-" + digits(seq);
  }

  private static String digits(long number) {
    return Long.toString(number, Character.MAX_RADIX);
  }
}
