/// Photos and files on their way to Telegram: received, looked at, kept by their hash.
@NullMarked
package xyz.contentfactory.integration.media;

import org.jspecify.annotations.NullMarked;
