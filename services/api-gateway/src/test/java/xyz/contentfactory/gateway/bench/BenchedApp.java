package xyz.contentfactory.gateway.bench;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import xyz.contentfactory.gateway.ApiGatewayModule;
import xyz.contentfactory.kit.ServiceKitModule;
import xyz.contentfactory.kit.database.DatabaseSettings;
import xyz.contentfactory.kit.identity.Caller;
import xyz.contentfactory.kit.identity.CallerAuthentication;
import xyz.contentfactory.kit.identity.Role;
import xyz.contentfactory.user.UserServiceModule;

/// The real user-service in a web server of its own, with the edge before it or without.
final class BenchedApp implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String PLENTY = "1000000/1m";

  private final ConfigurableApplicationContext context;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private BenchedApp(ConfigurableApplicationContext context) {
    this.context = context;
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import({ServiceKitModule.class, UserServiceModule.class, ApiGatewayModule.class})
  static class WithEdge {}

  /// Believes the header `X-Member`, as a service does that trusts its network.
  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import({ServiceKitModule.class, UserServiceModule.class})
  static class WithoutEdge {
    @Bean
    SecurityFilterChain open(HttpSecurity http) throws Exception {
      return http.csrf(csrf -> csrf.disable())
          .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
          .addFilterBefore(new BelievedCaller(), AuthorizationFilter.class)
          .build();
    }
  }

  private static final class BelievedCaller extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
      String member = request.getHeader("X-Member");
      if (member != null) {
        UUID id = UUID.fromString(member);
        SecurityContextHolder.setContext(
            new SecurityContextImpl(
                new CallerAuthentication(Caller.ofSession(id, Role.ADMIN, id, true))));
      }
      chain.doFilter(request, response);
    }
  }

  static BenchedApp start(Class<?> app, DatabaseSettings database, Path keys) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.threads.virtual.enabled=true",
                "--spring.main.banner-mode=off",
                "--logging.level.root=WARN",
                "--service-kit.keyring-folder=" + keys,
                "--user-service.captcha.difficulty=0",
                "--user-service.database.url=" + database.url(),
                "--user-service.database.username=" + database.username(),
                "--user-service.database.password=" + database.password().reveal()));
    Stream.of("per-address", "per-member", "login-per-address", "login-per-account")
        .map(counter -> "--api-gateway.limits." + counter + "=" + PLENTY)
        .forEach(arguments::add);
    return new BenchedApp(new SpringApplication(app).run(arguments.toArray(String[]::new)));
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  JsonNode post(String path, String body) throws IOException, InterruptedException {
    return ask(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  JsonNode get(String path, String header, String value) throws IOException, InterruptedException {
    return ask(request(path).header(header, value).build());
  }

  private JsonNode ask(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(request.uri() + ": " + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  private HttpRequest.Builder request(String path) {
    int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  @Override
  public void close() {
    http.close();
    context.close();
  }
}
