package xyz.contentfactory.gateway;

import java.time.InstantSource;
import java.util.Map;
import org.apache.catalina.core.StandardHost;
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
import xyz.contentfactory.gateway.guard.BodyLimit;
import xyz.contentfactory.gateway.guard.ContainerErrors;
import xyz.contentfactory.gateway.guard.SecurityHeaders;
import xyz.contentfactory.gateway.limit.LimitedRequests;
import xyz.contentfactory.gateway.limit.RateLimits;
import xyz.contentfactory.gateway.limit.RateLimitsInMemory;
import xyz.contentfactory.gateway.session.AccessTokenDecoder;
import xyz.contentfactory.gateway.session.AccessTokenFilter;
import xyz.contentfactory.gateway.session.CsrfRules;
import xyz.contentfactory.gateway.session.SessionCookies;
import xyz.contentfactory.gateway.session.TokensInCookies;
import xyz.contentfactory.gateway.web.WebFiles;
import xyz.contentfactory.kit.ServiceKitProperties;
import xyz.contentfactory.kit.identity.AccessTokenKeys;
import xyz.contentfactory.kit.identity.EndedSessions;
import xyz.contentfactory.kit.problem.ProblemWriter;

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
      EndedSessions ended,
      ServiceKitProperties kit,
      ApiGatewayProperties properties,
      InstantSource clock) {
    return AccessTokenDecoder.of(
        keys, ended, kit.tokenIssuer(), kit.tokenAudience(), properties.clockSkew(), clock);
  }

  @Bean
  RateLimits rateLimits(InstantSource clock) {
    return new RateLimitsInMemory(clock, MAX_COUNTED_KEYS);
  }

  @Bean
  SecurityFilterChain edgeSecurity(
      HttpSecurity http,
      JwtDecoder decoder,
      RateLimits counters,
      ApiGatewayProperties properties,
      JsonMapper json,
      ProblemWriter problems) {
    SessionCookies cookies =
        new SessionCookies(properties.secureCookies(), properties.refreshCookieLife());
    return new EdgeSecurity(
            new AccessTokenFilter(decoder, problems),
            new LimitedRequests(counters, properties.limits(), json, problems),
            new TokensInCookies(cookies, json),
            CsrfRules.tokens(properties.secureCookies()),
            problems)
        .chain(http);
  }

  @Bean
  FilterRegistrationBean<SecurityHeaders> securityHeaders(ApiGatewayProperties properties) {
    FilterRegistrationBean<SecurityHeaders> filter =
        new FilterRegistrationBean<>(new SecurityHeaders(properties.secureCookies()));
    filter.setOrder(BEFORE_SECURITY);
    return filter;
  }

  @Bean
  FilterRegistrationBean<BodyLimit> bodyLimit(
      ApiGatewayProperties properties, ProblemWriter problems) {
    FilterRegistrationBean<BodyLimit> filter =
        new FilterRegistrationBean<>(new BodyLimit(properties.maxBody().toBytes(), problems));
    filter.setOrder(BEFORE_SECURITY + 1);
    return filter;
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
