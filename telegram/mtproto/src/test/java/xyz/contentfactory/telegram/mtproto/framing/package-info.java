@NullMarked
package xyz.contentfactory.telegram.mtproto.framing;

import org.jspecify.annotations.NullMarked;
