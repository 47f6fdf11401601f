/// The three notations of a post's text, read as Telegram's Bot API documents them.
@NullMarked
package xyz.contentfactory.integration.notation;

import org.jspecify.annotations.NullMarked;
