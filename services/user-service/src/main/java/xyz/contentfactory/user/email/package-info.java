/// A member's e-mail: shown to be theirs, and changed.
@NullMarked
package xyz.contentfactory.user.email;

import org.jspecify.annotations.NullMarked;
