/// Connections to Telegram's data centres: the only module of the library that opens sockets.
@NullMarked
package xyz.contentfactory.telegram.net;

import org.jspecify.annotations.NullMarked;
