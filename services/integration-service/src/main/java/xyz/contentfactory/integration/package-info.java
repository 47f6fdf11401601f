/// Telegram for members: accounts, logins, channels, deliveries, journal.
/// `IntegrationServiceModule` wires it.
@NullMarked
package xyz.contentfactory.integration;

import org.jspecify.annotations.NullMarked;
