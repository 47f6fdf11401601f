package xyz.contentfactory.kit.health;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import xyz.contentfactory.kit.ServiceKitProperties;
import xyz.contentfactory.kit.health.HealthPart.Reading;
import xyz.contentfactory.kit.secret.Keyring;

/// Mounts the health addresses, and the parts that every installation has.
@Configuration(proxyBeanMethods = false)
@Import(HealthController.class)
public class HealthConfiguration {
  private static final long LITTLE_DISK_BYTES = 500L << 20;

  /// What must work before requests are welcome is shown like everything else.
  @Bean
  HealthBoard healthBoard(
      List<HealthPart> parts, List<ReadinessCheck> checks, InstantSource clock) {
    Stream<HealthPart> needed = checks.stream().map(HealthConfiguration::partOf);
    return new HealthBoard(Stream.concat(parts.stream(), needed).toList(), clock);
  }

  private static HealthPart partOf(ReadinessCheck check) {
    return named(check.part(), () -> Reading.of(check.isReady()));
  }

  @Bean
  HealthPart keyringHealth(Keyring keyring) {
    byte[] probe = "health".getBytes(StandardCharsets.UTF_8);
    return named(
        "keyring",
        () -> {
          byte[] sealed = keyring.encrypt(probe, probe);
          return Reading.of(Arrays.equals(probe, keyring.decrypt(sealed, probe)));
        });
  }

  @Bean
  HealthPart diskHealth(ServiceKitProperties properties) {
    File folder = properties.keyringFolder().toAbsolutePath().toFile();
    return named(
        "disk",
        () -> {
          long free = folder.getUsableSpace();
          return new Reading(free > LITTLE_DISK_BYTES, Map.of("freeMebibytes", free >> 20));
        });
  }

  private interface Look {
    Reading now() throws Exception;
  }

  private static HealthPart named(String name, Look look) {
    return new HealthPart() {
      @Override
      public String part() {
        return name;
      }

      @Override
      public Reading read() throws Exception {
        return look.now();
      }
    };
  }
}
