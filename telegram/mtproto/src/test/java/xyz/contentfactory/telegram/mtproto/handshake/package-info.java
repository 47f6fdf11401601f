@NullMarked
package xyz.contentfactory.telegram.mtproto.handshake;

import org.jspecify.annotations.NullMarked;
