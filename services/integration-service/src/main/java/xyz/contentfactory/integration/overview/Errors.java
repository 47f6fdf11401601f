package xyz.contentfactory.integration.overview;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import xyz.contentfactory.integration.overview.ErrorCounts.OfAccount;
import xyz.contentfactory.integration.overview.ErrorCounts.OfType;
import xyz.contentfactory.integration.problem.Whose;
import xyz.contentfactory.integration.storage.SqlTime;
import xyz.contentfactory.kit.database.ServiceDatabase;

/// Counts what went wrong. Answered from the journal's indexes of trouble alone.
public final class Errors {
  private static final int MOST_TYPES = 50;
  private static final int MOST_ACCOUNTS = 20;

  private final JdbcClient sql;

  public Errors(ServiceDatabase database) {
    this.sql = database.sql();
  }

  private record Type(@Nullable String code, @Nullable String telegramType) {}

  ErrorCounts in(Span span, Whose whose, @Nullable UUID account) {
    Map<Type, int[]> types = types(span, whose, account);
    List<Integer> all =
        IntStream.range(0, span.edges().size())
            .mapToObj(bucket -> types.values().stream().mapToInt(counts -> counts[bucket]).sum())
            .toList();
    List<OfType> rows =
        types.entrySet().stream()
            .map(row ->
                new OfType(
                    row.getKey().code(),
                    row.getKey().telegramType(),
                    sum(row.getValue()),
                    list(row.getValue())))
            .sorted(Comparator.comparingInt(OfType::total).reversed())
            .limit(MOST_TYPES)
            .toList();
    return new ErrorCounts(
        span.begin(),
        span.end(),
        span.bucket(),
        span.edges(),
        all,
        rows,
        accounts(span, whose, account));
  }

  private Map<Type, int[]> types(Span span, Whose whose, @Nullable UUID account) {
    Map<Type, int[]> types = new LinkedHashMap<>();
    ask(
            """
            select width_bucket(at, cast(:edges as timestamptz[])) - 1 as bucket, code,
                   regexp_replace(telegram_type, '_[0-9]+$', '_X') as type, count(*) as count
              from integration_logs where %s group by 1, 2, 3 order by 2, 3
            """,
            span, whose, account)
        .query(row -> {
          Type type = new Type(row.getString("code"), row.getString("type"));
          types
                  .computeIfAbsent(type, ignored -> new int[span.edges().size()])[
                  row.getInt("bucket")] =
              row.getInt("count");
        });
    return types;
  }

  private List<OfAccount> accounts(Span span, Whose whose, @Nullable UUID account) {
    Map<UUID, int[]> counts = new LinkedHashMap<>();
    Map<UUID, String> names = new HashMap<>();
    ask(
            """
            with trouble as (
              select at, account_id from integration_logs where %%s and account_id is not null),
            worst as (
              select account_id, count(*) as total from trouble group by 1 order by 2 desc, 1 limit %d)
            select width_bucket(t.at, cast(:edges as timestamptz[])) - 1 as bucket, w.account_id,
                   max(s.name) as name, max(w.total) as total, count(*) as count
              from trouble t join worst w using (account_id)
                   left join telegram_sessions s on s.id = w.account_id
             group by 1, 2 order by total desc, 2
            """
                .formatted(MOST_ACCOUNTS),
            span,
            whose,
            account)
        .query(row -> {
          UUID id = row.getObject("account_id", UUID.class);
          counts
                  .computeIfAbsent(id, ignored -> new int[span.edges().size()])[
                  row.getInt("bucket")] =
              row.getInt("count");
          names.put(id, row.getString("name"));
        });
    List<OfAccount> rows = new ArrayList<>();
    counts.forEach((id, each) -> rows.add(new OfAccount(id, names.get(id), sum(each), list(each))));
    return rows;
  }

  /// Only what is asked for becomes a condition, so that the database sees which index fits.
  private StatementSpec ask(String statement, Span span, Whose whose, @Nullable UUID account) {
    String conditions =
        "result <> 'OK' and at >= :from and at < :to"
            + (whose.isAll() ? "" : " and member_id = :member")
            + (account == null ? "" : " and account_id = :account");
    return sql.sql(statement.formatted(conditions))
        .param("edges", edges(span))
        .param("from", SqlTime.of(span.begin()))
        .param("to", SqlTime.of(span.end()))
        .param("member", whose.member())
        .param("account", account);
  }

  private static String edges(Span span) {
    return span.edges().stream().map(Instant::toString).collect(Collectors.joining(",", "{", "}"));
  }

  private static int sum(int[] counts) {
    return IntStream.of(counts).sum();
  }

  private static List<Integer> list(int[] counts) {
    return IntStream.of(counts).boxed().toList();
  }
}
