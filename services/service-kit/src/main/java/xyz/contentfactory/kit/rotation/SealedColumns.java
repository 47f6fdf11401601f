package xyz.contentfactory.kit.rotation;

import java.util.List;
import xyz.contentfactory.kit.database.ServiceDatabase;

/// Every encrypted column of a service: a bean of each. What is not named here is lost with the key
/// that it was encrypted under, so a test of each service compares this with its schema.
public record SealedColumns(ServiceDatabase database, List<SealedColumn> columns) {
  public SealedColumns {
    columns = List.copyOf(columns);
  }
}
