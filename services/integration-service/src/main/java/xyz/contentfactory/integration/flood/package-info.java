/// The flood cockpit: which pauses Telegram has asked for, by account and method.
@NullMarked
package xyz.contentfactory.integration.flood;

import org.jspecify.annotations.NullMarked;
