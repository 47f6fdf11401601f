/// The cryptography of MTProto as pure functions: bytes and randomness are handed in, bytes come
/// out.
@NullMarked
package xyz.contentfactory.telegram.crypto;

import org.jspecify.annotations.NullMarked;
