package xyz.contentfactory.checks.twins.telegram.sandbox;

import xyz.contentfactory.checks.twins.telegram.client.ClientWithSpring;

/// The server with the client's code in it.
public record SandboxThatUsesTheClient(ClientWithSpring client) {}
