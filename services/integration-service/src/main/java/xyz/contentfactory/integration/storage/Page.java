package xyz.contentfactory.integration.storage;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// Items of an answer; with `nextCursor` when there are more.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(List<T> items, @Nullable String nextCursor) {
  public static <T> Page<T> of(List<T> items) {
    return new Page<>(items, null);
  }

  public static <T> Page<T> of(List<T> read, Cursor cursor, ToLongFunction<T> seq) {
    return new Page<>(cursor.page(read), cursor.next(read, seq));
  }
}
