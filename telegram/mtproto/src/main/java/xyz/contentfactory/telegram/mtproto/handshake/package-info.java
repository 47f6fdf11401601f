/// The making of an {@link xyz.contentfactory.telegram.mtproto.AuthKey}, as typed steps for the
/// client and for the server.
@NullMarked
package xyz.contentfactory.telegram.mtproto.handshake;

import org.jspecify.annotations.NullMarked;
