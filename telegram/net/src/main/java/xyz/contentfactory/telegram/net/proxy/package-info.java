/// A connection that goes through somebody else's proxy: SOCKS5, HTTP or MTProxy.
@NullMarked
package xyz.contentfactory.telegram.net.proxy;

import org.jspecify.annotations.NullMarked;
