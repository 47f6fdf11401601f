package xyz.contentfactory.integration.storage;

import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.integration.problem.Complaints;

/// Keyset paging, newest first: a page continues below the last sequence number of the one before.
///
/// @param before only rows with a smaller sequence number
/// @param limit rows a page
public record Cursor(long before, int limit) {
  private static final int DEFAULT_LIMIT = 50;
  private static final int MOST = 200;

  public static Cursor parse(@Nullable String cursor, @Nullable Integer limit) {
    Complaints complaints = new Complaints();
    int rows = limit == null ? DEFAULT_LIMIT : limit;
    if (rows < 1 || rows > MOST) {
      complaints.add("limit", "A page has 1 to " + MOST + " entries.", "out-of-bounds");
    }
    long before = Long.MAX_VALUE;
    if (cursor != null) {
      before = readBefore(cursor);
      if (before < 0) {
        complaints.add("cursor", "Pass a nextCursor as it was given.", "wrong-format");
      }
    }
    complaints.throwIfAny();
    return new Cursor(before, rows);
  }

  private static long readBefore(String cursor) {
    try {
      return cursor.matches("[0-9a-z]{1,13}") ? Long.parseLong(cursor, Character.MAX_RADIX) : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  /// What to ask the database for: one row more than a page, to know whether there is a next one.
  public int rowsToRead() {
    return limit + 1;
  }

  public <T> List<T> page(List<T> read) {
    return read.size() > limit ? read.subList(0, limit) : read;
  }

  public <T> @Nullable String next(List<T> read, ToLongFunction<T> seq) {
    if (read.size() <= limit) {
      return null;
    }
    return Long.toString(seq.applyAsLong(read.get(limit - 1)), Character.MAX_RADIX);
  }
}
