package xyz.contentfactory.kit.database;

import java.util.Objects;
import org.springframework.boot.context.properties.bind.DefaultValue;
import xyz.contentfactory.kit.secret.Secret;

/// Where a service's schema lives.
///
/// @param url JDBC address, such as `jdbc:postgresql://127.0.0.1:5432/contentfactory`
/// @param username the service's own role; it owns the schema
/// @param maxConnections upper bound of the pool; 5 is enough for short transactions on two cores
public record DatabaseSettings(
    String url, String username, Secret password, @DefaultValue("5") int maxConnections) {
  public DatabaseSettings {
    Objects.requireNonNull(url, "database.url must be set");
    Objects.requireNonNull(username, "database.username must be set");
    Objects.requireNonNull(password, "database.password must be set");
    if (maxConnections < 1 || maxConnections > 100) {
      throw new IllegalArgumentException("database.max-connections must be 1 to 100");
    }
  }
}
