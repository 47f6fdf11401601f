/// What a member says about themselves: name, language, time zone, theme.
@NullMarked
package xyz.contentfactory.user.profile;

import org.jspecify.annotations.NullMarked;
