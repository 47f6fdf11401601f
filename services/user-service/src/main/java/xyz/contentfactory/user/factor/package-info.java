/// The second factor: codes of an app (TOTP), recovery codes, and proving oneself again.
@NullMarked
package xyz.contentfactory.user.factor;

import org.jspecify.annotations.NullMarked;
