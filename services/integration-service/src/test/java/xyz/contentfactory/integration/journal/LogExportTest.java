package xyz.contentfactory.integration.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import xyz.contentfactory.integration.problem.Whose;
import xyz.contentfactory.kit.csv.Csv;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.database.TestPostgres;

class LogExportTest {
  private static final UUID OLGA = UUID.randomUUID();

  private final ServiceDatabase database =
      ServiceDatabase.open("integration", TestPostgres.freshDatabase());

  @Test
  void a_file_that_breaks_off_half_way_says_so_in_its_last_line() throws Exception {
    Journal journal = new Journal(database, InstantSource.system());
    database.inTransaction(() -> {
      for (int line = 0; line <= LogExport.LINES_A_PAGE; line++) {
        journal.write(Act.ok(OLGA, null, LogKind.SIGN_IN));
      }
    });
    StringBuilder file = new StringBuilder();

    LogQuery everything =
        new LogQuery(null, null, null, null, null, null, null, null, null, null, null);
    new LogExport(journal)
        .write(
            LogFilter.of(new Whose(OLGA), everything),
            text -> {
              file.append(text);
              if (text.contains("SIGN_IN")) {
                database.close();
              }
            });

    assertThat(file.toString().lines()).hasSize(1 + LogExport.LINES_A_PAGE + 1);
    assertThat(file).endsWith(Csv.BROKEN_OFF);
  }
}
