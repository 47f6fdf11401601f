package xyz.contentfactory.gateway;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.Ordered;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import tools.jackson.databind.json.JsonMapper;
import xyz.contentfactory.gateway.document.ApiPages;
import xyz.contentfactory.gateway.document.DescribedPermissions;
import xyz.contentfactory.gateway.guard.BodyLimit;
import xyz.contentfactory.gateway.guard.ContainerErrors;
import xyz.contentfactory.gateway.guard.ForwardedClients;
import xyz.contentfactory.gateway.guard.RequestTime;
import xyz.contentfactory.gateway.guard.SecurityHeaders;
import xyz.contentfactory.gateway.limit.CountedNames;
import xyz.contentfactory.gateway.limit.LimitedRequests;
import xyz.contentfactory.gateway.limit.RateLimits;
import xyz.contentfactory.gateway.limit.RateLimitsInMemory;
import xyz.contentfactory.gateway.permission.Permissions;
import xyz.contentfactory.gateway.permission.PermittedRequests;
import xyz.contentfactory.gateway.session.AccessTokenDecoder;
import xyz.contentfactory.gateway.session.AccessTokenFilter;
import xyz.contentfactory.gateway.session.CsrfRules;
import xyz.contentfactory.gateway.session.SessionCookies;
import xyz.contentfactory.gateway.session.TokensInCookies;
import xyz.contentfactory.gateway.trail.RefusedRequests;
import xyz.contentfactory.gateway.web.WebFiles;
import xyz.contentfactory.kit.ServiceKitProperties;
import xyz.contentfactory.kit.audit.Audit;
import xyz.contentfactory.kit.identity.AccessTokenKeys;
import xyz.contentfactory.kit.identity.ApiKeyCallers;
import xyz.contentfactory.kit.identity.Revoked;
import xyz.contentfactory.kit.problem.ProblemWriter;
import xyz.contentfactory.kit.web.DescribedEdge;

/// The edge as a library. Needs `ServiceKitModule` and a bean `AccessTokenKeys` (in one process the
/// user-service is it).
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableConfigurationProperties(ApiGatewayProperties.class)
@PropertySource("classpath:xyz/contentfactory/gateway/gateway.properties")
public class ApiGatewayModule {
  private static final int MAX_COUNTED_KEYS = 50_000;
  private static final int BEFORE_SECURITY = Ordered.HIGHEST_PRECEDENCE;

  @Bean
  JwtDecoder accessTokenDecoder(
      AccessTokenKeys keys,
      Revoked revoked,
      ServiceKitProperties kit,
      ApiGatewayProperties properties,
      InstantSource clock) {
    return AccessTokenDecoder.of(
        keys, revoked, kit.tokenIssuer(), kit.tokenAudience(), properties.clockSkew(), clock);
  }

  @Bean
  RateLimits rateLimits(InstantSource clock) {
    return new RateLimitsInMemory(clock, MAX_COUNTED_KEYS);
  }

  @Bean
  Permissions permissions() {
    return Permissions.shipped();
  }

  @Bean
  DescribedEdge describedPermissions(Permissions permissions) {
    return new DescribedPermissions(permissions);
  }

  /// Without a service that keeps API keys there are none.
  @Bean
  AccessTokenFilter accessTokenFilter(
      JwtDecoder decoder,
      ObjectProvider<ApiKeyCallers> apiKeys,
      Permissions permissions,
      ProblemWriter problems) {
    return new AccessTokenFilter(
        decoder,
        apiKeys.getIfAvailable(() -> (key, from) -> Optional.empty()),
        permissions,
        problems);
  }

  /// It has its place in the chain of Spring Security, not one of its own before it.
  @Bean
  FilterRegistrationBean<AccessTokenFilter> accessTokenFilterOnlyInTheChain(
      AccessTokenFilter filter) {
    FilterRegistrationBean<AccessTokenFilter> registration = new FilterRegistrationBean<>(filter);
    registration.setEnabled(false);
    return registration;
  }

  @Bean
  SecurityFilterChain edgeSecurity(
      HttpSecurity http,
      AccessTokenFilter accessTokens,
      Permissions permissions,
      RateLimits counters,
      ApiGatewayProperties properties,
      ServiceKitProperties kit,
      JsonMapper json,
      ProblemWriter problems) {
    CountedNames names = new CountedNames(json);
    SessionCookies cookies = new SessionCookies(kit.isSecure(), properties.refreshCookieLife());
    return new EdgeSecurity(
            accessTokens,
            LimitedRequests.ofAddresses(counters, properties.limits(), names, problems),
            LimitedRequests.ofCallers(counters, properties.limits(), names, problems),
            new PermittedRequests(permissions, problems),
            new TokensInCookies(cookies, json),
            CsrfRules.tokens(kit.isSecure()),
            problems)
        .chain(http);
  }

  @Bean
  FilterRegistrationBean<ForwardedClients> forwardedClients(
      ApiGatewayProperties properties, ProblemWriter problems) {
    FilterRegistrationBean<ForwardedClients> filter =
        new FilterRegistrationBean<>(new ForwardedClients(properties.proxies(), problems));
    filter.setOrder(BEFORE_SECURITY + 1);
    return filter;
  }

  @Bean
  FilterRegistrationBean<RequestTime> requestTime(
      ApiGatewayProperties properties, ProblemWriter problems) {
    FilterRegistrationBean<RequestTime> filter =
        new FilterRegistrationBean<>(
            new RequestTime(properties.maxTime(), properties.files(), problems));
    filter.setOrder(BEFORE_SECURITY + 2);
    return filter;
  }

  @Bean
  FilterRegistrationBean<SecurityHeaders> securityHeaders(ServiceKitProperties kit) {
    FilterRegistrationBean<SecurityHeaders> filter =
        new FilterRegistrationBean<>(new SecurityHeaders(kit.isSecure()));
    filter.setOrder(BEFORE_SECURITY);
    return filter;
  }

  @Bean
  FilterRegistrationBean<BodyLimit> bodyLimit(
      ApiGatewayProperties properties, ProblemWriter problems) {
    FilterRegistrationBean<BodyLimit> filter =
        new FilterRegistrationBean<>(
            new BodyLimit(properties.maxBody().toBytes(), properties.files(), problems));
    filter.setOrder(BEFORE_SECURITY + 3);
    return filter;
  }

  /// Where no service keeps an audit trail, there is none.
  @Bean
  FilterRegistrationBean<RefusedRequests> refusedRequests(
      Permissions permissions, RateLimits counters, ObjectProvider<Audit> audit) {
    FilterRegistrationBean<RefusedRequests> filter =
        new FilterRegistrationBean<>(
            new RefusedRequests(permissions, counters, audit.getIfAvailable(() -> entry -> {})));
    filter.setOrder(BEFORE_SECURITY + 4);
    return filter;
  }

  @Bean
  SimpleUrlHandlerMapping apiPages(ApiGatewayProperties properties, ProblemWriter problems) {
    ApiPages pages = new ApiPages(properties.debug(), problems);
    return new SimpleUrlHandlerMapping(
        ApiPages.ADDRESSES.stream().collect(Collectors.toMap(Function.identity(), path -> pages)),
        Ordered.LOWEST_PRECEDENCE - 1);
  }

  @Bean
  SimpleUrlHandlerMapping webFiles(ApiGatewayProperties properties, ProblemWriter problems) {
    return new SimpleUrlHandlerMapping(
        Map.of("/**", new WebFiles(properties.webDirectory(), problems)),
        Ordered.LOWEST_PRECEDENCE);
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> containerErrors() {
    return tomcat ->
        tomcat.addContextCustomizers(context -> {
          if (context.getParent() instanceof StandardHost host) {
            host.setErrorReportValveClass(ContainerErrors.class.getName());
          }
        });
  }
}
