package xyz.contentfactory.checks.twins.kit.one;

import org.jspecify.annotations.Nullable;
import xyz.contentfactory.checks.twins.kit.two.Two;

/// Half of a circle.
public record One(@Nullable Two two) {}
