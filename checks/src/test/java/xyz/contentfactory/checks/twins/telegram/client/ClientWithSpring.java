package xyz.contentfactory.checks.twins.telegram.client;

import org.springframework.util.unit.DataSize;

/// The library with a framework in it.
public record ClientWithSpring(DataSize size) {}
