package xyz.contentfactory.checks.twins.kit.two;

import org.jspecify.annotations.Nullable;
import xyz.contentfactory.checks.twins.kit.one.One;

/// The other half of the circle.
public record Two(@Nullable One one) {}
