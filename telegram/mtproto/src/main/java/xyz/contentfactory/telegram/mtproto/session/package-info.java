/// Encrypted sessions: calls and answers over an {@link
/// xyz.contentfactory.telegram.mtproto.AuthKey}, client and server half.
@NullMarked
package xyz.contentfactory.telegram.mtproto.session;

import org.jspecify.annotations.NullMarked;
