package xyz.contentfactory.integration.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.integration.problem.Whose;
import xyz.contentfactory.integration.storage.SqlTime;

/// Which lines to show, as conditions on `integration_logs l`. Only what is asked for becomes a
/// condition, so that the database sees which index fits.
final class LogFilter {
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, @Nullable Object> params = new HashMap<>();

  static LogFilter of(Whose whose, LogQuery query) {
    LogFilter filter = new LogFilter();
    filter.require(
        "l.member_id = :member", "member", whose.isAll() ? query.memberId() : whose.member());
    filter.require("l.account_id = :account", "account", query.accountId());
    filter.require("l.kind = any (string_to_array(:kinds, ','))", "kinds", names(query.kind()));
    filter.results(query.result());
    filter.require("l.code = :code", "code", query.code());
    // FLOOD_WAIT_X stands for FLOOD_WAIT_ with any number of seconds
    filter.require(
        "regexp_replace(l.telegram_type, '_[0-9]+$', '_X') = regexp_replace(:type, '_[0-9]+$', '_X')",
        "type",
        query.telegramType());
    filter.require("position(lower(:peer) in lower(l.peer_title)) > 0", "peer", query.peer());
    filter.require("l.trace_id = :trace", "trace", query.traceId());
    filter.require("l.at >= :from", "from", time("from", query.from()));
    filter.require("l.at < :to", "to", time("to", query.to()));
    return filter;
  }

  private static @Nullable Object time(String field, @Nullable Instant asked) {
    return SqlTime.ofNullable(SqlTime.asked(field, asked));
  }

  private void results(@Nullable List<LogResult> results) {
    require("l.result = any (string_to_array(:results, ','))", "results", names(results));
    if (results != null && !results.isEmpty() && !results.contains(LogResult.OK)) {
      // says it as the indexes of what went wrong do
      conditions.add("l.result <> 'OK'");
    }
  }

  private static @Nullable String names(@Nullable List<? extends Enum<?>> chosen) {
    return chosen == null || chosen.isEmpty()
        ? null
        : chosen.stream().map(Enum::name).collect(Collectors.joining(","));
  }

  private void require(String condition, String name, @Nullable Object value) {
    if (value != null) {
      conditions.add(condition);
      params.put(name, value);
    }
  }

  /// As in `and a and b`; nothing when everything is asked for.
  String and() {
    return conditions.stream().map(" and "::concat).collect(Collectors.joining());
  }

  Map<String, @Nullable Object> params() {
    return params;
  }
}
