package xyz.contentfactory.kit.health;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Mounts the health addresses.
@Configuration(proxyBeanMethods = false)
@Import(HealthController.class)
public class HealthConfiguration {}
