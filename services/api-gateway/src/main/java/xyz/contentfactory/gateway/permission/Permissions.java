package xyz.contentfactory.gateway.permission;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;

/// The permission table. Paths are matched as Spring matches them to controllers, the most specific
/// pattern first, so that the table and the controllers cannot mean different endpoints.
public final class Permissions {
  private static final String TABLE = "/xyz/contentfactory/gateway/permissions.csv";

  private final List<Permission> rows;

  private Permissions(List<Permission> rows) {
    this.rows =
        rows.stream()
            .sorted(Comparator.comparing(Permission::path, PathPattern.SPECIFICITY_COMPARATOR))
            .toList();
    Set<String> seen = new HashSet<>();
    for (Permission row : rows) {
      if (!seen.add(row.endpoint())) {
        throw new IllegalArgumentException("two permissions of " + row.endpoint());
      }
    }
  }

  /// The table of this product.
  public static Permissions shipped() {
    try {
      return of(new ClassPathResource(TABLE).getContentAsString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Reads a table: a line of titles, a line an endpoint; empty lines and those after `#` are for
  /// people.
  static Permissions of(String table) {
    return new Permissions(
        table
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .skip(1)
            .map(Permission::of)
            .toList());
  }

  /// This table with more lines.
  public Permissions with(String... lines) {
    List<Permission> more = new ArrayList<>(rows);
    Stream.of(lines).map(Permission::of).forEach(more::add);
    return new Permissions(more);
  }

  public List<Permission> rows() {
    return rows;
  }

  /// What the table says of a request.
  public Verdict of(String method, PathContainer path) {
    String judged = method.equals("HEAD") ? "GET" : method;
    List<Permission> here = rows.stream().filter(row -> row.path().matches(path)).toList();
    for (Permission row : here) {
      if (row.method().equals(judged)) {
        return new Listed(row);
      }
    }
    return here.isEmpty()
        ? new Unlisted()
        : new OtherMethods(
            here.stream().map(Permission::method).collect(Collectors.toUnmodifiableSet()));
  }

  /// What the table says of a request.
  public sealed interface Verdict {}

  /// There is such an endpoint.
  public record Listed(Permission permission) implements Verdict {}

  /// The address is there, but not for this method.
  public record OtherMethods(Set<String> methods) implements Verdict {}

  /// There is no such address.
  public record Unlisted() implements Verdict {}
}
