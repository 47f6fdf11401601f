package xyz.contentfactory.standalone;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import xyz.contentfactory.gateway.ApiGatewayModule;
import xyz.contentfactory.integration.IntegrationServiceModule;
import xyz.contentfactory.kit.ServiceKitModule;
import xyz.contentfactory.user.UserServiceModule;

/// The modules of this process, written down. Members come from user-service, so Boot's user of
/// last resort stays out.
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
@Import({
  ServiceKitModule.class,
  UserServiceModule.class,
  IntegrationServiceModule.class,
  ApiGatewayModule.class
})
class Modules {}
