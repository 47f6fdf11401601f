/// New passwords: for who has forgotten theirs, and for who has not.
@NullMarked
package xyz.contentfactory.user.recovery;

import org.jspecify.annotations.NullMarked;
