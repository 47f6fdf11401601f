package xyz.contentfactory.integration.media;

import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.client.RemoteFile;

/// How far a file is on its way to Telegram for one account.
///
/// @param uploadId under which Telegram collects its parts
/// @param confirmedParts how many from the beginning on are there
/// @param remote what Telegram has made of it, once it has
public record Transfer(long uploadId, int confirmedParts, @Nullable RemoteFile remote) {}
