package xyz.contentfactory.integration.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import xyz.contentfactory.integration.support.MovableClock;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.database.TestPostgres;

class ClaimTest {
  @Test
  void a_claim_is_given_up_in_time_although_its_renewal_hangs() {
    try (ServiceDatabase database =
        ServiceDatabase.open("integration", TestPostgres.freshDatabase())) {
      Claims claims = new Claims(database, new MovableClock(), Duration.ofMillis(800));
      CountDownLatch lost = new CountDownLatch(1);
      Claim claim = claims.take("account/x", lost::countDown).orElseThrow();
      // whoever renews waits for this transaction
      boolean inTime =
          database.inTransaction(() -> {
            database
                .sql()
                .sql("select 1 from leases where name = 'account/x' for update")
                .query(Integer.class)
                .single();
            return await(lost, Duration.ofMillis(800));
          });
      assertThat(inTime).isTrue();
      claim.close();
    }
  }

  private static boolean await(CountDownLatch latch, Duration patience) {
    try {
      return latch.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
