/// Packets on a byte stream: abridged, intermediate, padded and full framing, each optionally under
/// obfuscated2.
@NullMarked
package xyz.contentfactory.telegram.mtproto.framing;

import org.jspecify.annotations.NullMarked;
