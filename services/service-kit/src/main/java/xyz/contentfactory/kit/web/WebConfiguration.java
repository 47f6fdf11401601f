package xyz.contentfactory.kit.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import xyz.contentfactory.kit.identity.Caller;
import xyz.contentfactory.kit.identity.CallerArgument;
import xyz.contentfactory.kit.identity.ClientAddress;
import xyz.contentfactory.kit.identity.ClientAddressArgument;
import xyz.contentfactory.kit.identity.UserAgent;
import xyz.contentfactory.kit.identity.UserAgentArgument;
import xyz.contentfactory.kit.secret.Secret;

/// How controllers read and describe their requests.
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:xyz/contentfactory/kit/web/web.properties")
public class WebConfiguration implements WebMvcConfigurer {
  static {
    SpringDocUtils.getConfig()
        .addRequestWrapperToIgnore(Caller.class, ClientAddress.class, UserAgent.class);
    SpringDocUtils.getConfig()
        .replaceWithSchema(Secret.class, new StringSchema().format("password"));
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new CallerArgument());
    resolvers.add(new ClientAddressArgument());
    resolvers.add(new UserAgentArgument());
  }

  @Bean
  StrictJson strictJson() {
    return new StrictJson();
  }

  @Bean
  OpenAPI openApiDocument() {
    return OpenApiBasics.document();
  }

  @Bean
  OpenApiCustomizer openApiBasics(ObjectProvider<DescribedEdge> edges) {
    return new OpenApiBasics(edges.orderedStream().toList());
  }

  @Bean
  OperationCustomizer handlerProblems() {
    return new HandlerProblems();
  }

  @Bean
  OpenApiCustomizer absentParameters() {
    return new AbsentParameters();
  }

  @Bean
  RequiredComponents requiredComponents() {
    return new RequiredComponents();
  }
}
