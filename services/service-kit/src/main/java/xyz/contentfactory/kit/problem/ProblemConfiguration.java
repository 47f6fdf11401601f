package xyz.contentfactory.kit.problem;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/// The beans that turn failures into problem documents.
@Configuration(proxyBeanMethods = false)
@Import({ProblemAdvice.class, ErrorDispatches.class})
public class ProblemConfiguration {
  @Bean
  ProblemWriter problemWriter(JsonMapper json) {
    return new ProblemWriter(json);
  }
}
