package xyz.contentfactory.standalone.postgres;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// Where the server lives and whom it serves.
///
/// @param folder holds the cluster, its passwords and the server's log; made when absent
/// @param engines holds the unpacked programs, one folder a version; made when absent
/// @param services one role and one schema of the same name are kept for each
public record PostgresSettings(Path folder, Path engines, List<String> services) {

  private static final Pattern SERVICE = Pattern.compile("[a-z][a-z_]{0,30}");

  public PostgresSettings {
    folder = folder.toAbsolutePath().normalize();
    engines = engines.toAbsolutePath().normalize();
    services = List.copyOf(services);
    for (String service : services) {
      if (!SERVICE.matcher(service).matches()) {
        throw new IllegalArgumentException("not a schema name: " + service);
      }
    }
  }
}
