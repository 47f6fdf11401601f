package xyz.contentfactory.gateway;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import xyz.contentfactory.gateway.permission.Permissions;
import xyz.contentfactory.kit.ServiceKitModule;
import xyz.contentfactory.kit.database.DatabaseSettings;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.database.TestPostgres;
import xyz.contentfactory.kit.identity.Caller;
import xyz.contentfactory.kit.web.DocumentedAnswers;
import xyz.contentfactory.user.UserServiceModule;
import xyz.contentfactory.user.UserServiceProperties;

/// The edge in front of the real user-service in a real container on a free port, with a clock that
/// is moved by hand.
final class EdgeUnderTest implements AutoCloseable {
  private static final AtomicReference<Instant> NOW =
      new AtomicReference<>(Instant.parse("2030-01-01T12:00:00Z"));

  private final ConfigurableApplicationContext context;

  private EdgeUnderTest(ConfigurableApplicationContext context) {
    this.context = context;
  }

  @SpringBootConfiguration
  @EnableAutoConfiguration
  @Import({
    ServiceKitModule.class,
    UserServiceModule.class,
    ApiGatewayModule.class,
    Probe.class,
    DocumentedAnswers.class
  })
  static class App {
    @Bean
    @Primary
    InstantSource movedClock() {
      return NOW::get;
    }

    @Bean
    OtherTrail otherTrail(UserServiceProperties properties) {
      return new OtherTrail(properties.database());
    }

    @Bean
    WaitingNotices waitingNotices() {
      return new WaitingNotices();
    }

    @Bean
    @Primary
    Permissions permissionsOfTheProbe() {
      return Permissions.shipped()
          .with(
              "GET, /api/v1/probe, member, read, no",
              "POST, /api/v1/probe, user, publish, no",
              "GET, /api/v1/parameter, member, read, no",
              "GET, /api/v1/fails, member, read, no",
              "GET, /api/v1/breaks-off, everyone, -, no");
    }
  }

  record Note(String text, int number) {}

  /// Stands for a service behind the edge.
  @RestController
  static final class Probe {
    @GetMapping("/api/v1/probe")
    String read(Caller caller) {
      return caller.role().wireName();
    }

    @PostMapping("/api/v1/probe")
    Note write(Caller caller, @RequestBody Note note) {
      return note;
    }

    @GetMapping("/api/v1/parameter")
    String parameter(@RequestParam(defaultValue = "") String name) {
      return name;
    }

    @PostMapping("/api/v1/telegram/connect")
    String connect(Caller caller) {
      return "ok";
    }

    @GetMapping("/api/v1/breaks-off")
    void breakOff(HttpServletResponse response) throws IOException {
      response.getOutputStream().write("half of what".getBytes(StandardCharsets.UTF_8));
      response.flushBuffer();
      throw new IllegalStateException("the other half cannot be read");
    }

    @GetMapping("/api/v1/fails")
    String fail() {
      throw new IllegalStateException("secret of the inside");
    }
  }

  static EdgeUnderTest start(String... settings) {
    return startOn(TestPostgres.freshDatabase(), folder("keys"), settings);
  }

  static EdgeUnderTest startOn(DatabaseSettings database, Path keys, String... settings) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.threads.virtual.enabled=true",
                "--spring.main.banner-mode=off",
                "--spring.mvc.problemdetails.enabled=true",
                "--service-kit.keyring-folder=" + keys,
                "--user-service.password.memory-kib=64",
                "--user-service.database.url=" + database.url(),
                "--user-service.database.username=" + database.username(),
                "--user-service.database.password=" + database.password().reveal()));
    arguments.addAll(Arrays.asList(settings));
    SpringApplication application = new SpringApplication(App.class);
    application.setDefaultProperties(Map.of("user-service.captcha.difficulty", "0"));
    return new EdgeUnderTest(application.run(arguments.toArray(String[]::new)));
  }

  static Path folder(String name) {
    try {
      Path folder = Files.createTempDirectory("edge-test");
      folder.toFile().deleteOnExit();
      return folder.resolve(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// As if all who are registered had followed the link in their mail.
  EdgeUnderTest confirmEverybody() {
    database().sql().sql("update members set email_confirmed_at = created_at").update();
    return this;
  }

  int port() {
    return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  Browser browser() {
    return new Browser(port());
  }

  ServiceDatabase database() {
    return context.getBean("userDatabase", ServiceDatabase.class);
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  static void advance(java.time.Duration by) {
    NOW.updateAndGet(now -> now.plus(by));
  }

  static Instant now() {
    return NOW.get();
  }

  @Override
  public void close() {
    context.close();
  }
}
