package xyz.contentfactory.checks.twins.user;

import xyz.contentfactory.checks.twins.telegram.client.ClientWithSpring;

/// A service other than integration-service that sees Telegram.
public record UserThatUsesTelegram(ClientWithSpring client) {}
