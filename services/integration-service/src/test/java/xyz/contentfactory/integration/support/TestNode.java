package xyz.contentfactory.integration.support;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.filter.OncePerRequestFilter;
import xyz.contentfactory.integration.IntegrationServiceModule;
import xyz.contentfactory.kit.ServiceKitModule;
import xyz.contentfactory.kit.database.DatabaseSettings;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.identity.Caller;
import xyz.contentfactory.kit.identity.CallerAuthentication;
import xyz.contentfactory.kit.identity.FreshProof;
import xyz.contentfactory.kit.identity.Role;
import xyz.contentfactory.kit.identity.Standing;
import xyz.contentfactory.kit.web.DocumentedAnswers;

/// The module in a process of its own making: a real web server, the real database, the real
/// sandbox. Who calls stands in the header `X-Member`, because sessions are another module's
/// business.
public final class TestNode implements AutoCloseable {
  private final ConfigurableApplicationContext context;

  private TestNode(ConfigurableApplicationContext context) {
    this.context = context;
  }

  public static TestNode start(DatabaseSettings database, URI sandbox, Path keyring) {
    return start(settings(database, sandbox, keyring), new MovableClock());
  }

  public static TestNode start(Map<String, Object> properties, MovableClock clock) {
    return new TestNode(
        new SpringApplicationBuilder(App.class)
            .web(WebApplicationType.SERVLET)
            .properties(properties)
            .initializers(context ->
                context.getBeanFactory().registerSingleton("movableClock", new ClockOfTests(clock)))
            .run());
  }

  public static Map<String, Object> settings(DatabaseSettings database, URI sandbox, Path keyring) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("server.port", 0);
    properties.put("server.address", "127.0.0.1");
    properties.put("spring.threads.virtual.enabled", true);
    properties.put("spring.main.banner-mode", "off");
    properties.put("logging.level.root", "WARN");
    properties.put("service-kit.keyring-folder", keyring.toString());
    properties.put("integration-service.database.url", database.url());
    properties.put("integration-service.database.username", database.username());
    properties.put("integration-service.database.password", database.password().reveal());
    properties.put("integration-service.telegram.mode", "sandbox");
    properties.put("integration-service.telegram.sandbox-url", sandbox.toString());
    properties.put("integration-service.telegram.call-timeout", "10s");
    properties.put("integration-service.telegram.proxies-in-private-networks", true);
    properties.put("integration-service.media.folder", keyring.resolveSibling("media").toString());
    properties.put("integration-service.media.max-file", "3MB");
    properties.put("integration-service.connect.starts-per-minute", 6000);
    properties.put("integration-service.lease-time", "3s");
    properties.put("integration-service.sweep-every", "300ms");
    return properties;
  }

  public URI address() {
    int port =
        Objects.requireNonNull(((ServletWebServerApplicationContext) context).getWebServer())
            .getPort();
    return URI.create("http://127.0.0.1:" + port);
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    context.close();
  }

  /// What a test says of the caller's proof.
  public static final class SaidProof implements FreshProof {
    private volatile boolean fresh = true;

    public void say(boolean so) {
      fresh = so;
    }

    @Override
    public boolean isFresh(UUID sessionId) {
      return fresh;
    }
  }

  /// What a test says of members whose work goes on without them.
  public static final class SaidStanding implements Standing {
    private final Set<UUID> blocked = ConcurrentHashMap.newKeySet();

    public void block(UUID member) {
      blocked.add(member);
    }

    @Override
    public boolean mayChange(UUID member) {
      return !blocked.contains(member);
    }
  }

  record ClockOfTests(MovableClock clock) {}

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import({ServiceKitModule.class, IntegrationServiceModule.class, DocumentedAnswers.class})
  static class App {
    @Bean
    @Primary
    InstantSource testClock(ClockOfTests clock) {
      return clock.clock();
    }

    @Bean
    TestDepartures testDepartures(@Qualifier("integrationDatabase") ServiceDatabase database) {
      return new TestDepartures(database);
    }

    @Bean
    SaidProof saidProof() {
      return new SaidProof();
    }

    @Bean
    SaidStanding saidStanding() {
      return new SaidStanding();
    }

    @Bean
    SecurityFilterChain testSecurity(HttpSecurity http) throws Exception {
      return http.csrf(csrf -> csrf.disable())
          .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
          .addFilterBefore(new HeaderCaller(), AuthorizationFilter.class)
          .build();
    }
  }

  private static final class HeaderCaller extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
      String member = request.getHeader("X-Member");
      String role = request.getHeader("X-Role");
      if (member != null) {
        UUID id = UUID.fromString(member);
        Caller caller =
            Caller.ofSession(id, role == null ? Role.USER : Role.fromWireName(role), id, true);
        SecurityContextHolder.setContext(new SecurityContextImpl(new CallerAuthentication(caller)));
      }
      chain.doFilter(request, response);
    }
  }
}
