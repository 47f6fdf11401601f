/// Which Telegram we talk to, and when it can be reached.
@NullMarked
package xyz.contentfactory.integration.network;

import org.jspecify.annotations.NullMarked;
