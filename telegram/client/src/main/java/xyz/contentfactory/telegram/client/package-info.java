/// A Telegram client for people's accounts: log in, read dialogs, send posts.
///
/// Start at [xyz.contentfactory.telegram.client.TelegramClient].
@NullMarked
package xyz.contentfactory.telegram.client;

import org.jspecify.annotations.NullMarked;
