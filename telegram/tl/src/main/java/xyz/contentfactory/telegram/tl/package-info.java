/// TL values: what Telegram's API and MTProto's service messages consist of, as records.
@NullMarked
package xyz.contentfactory.telegram.tl;

import org.jspecify.annotations.NullMarked;
