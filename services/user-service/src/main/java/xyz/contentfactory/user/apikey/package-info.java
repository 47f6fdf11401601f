/// Keys by which programs act for a member.
@NullMarked
package xyz.contentfactory.user.apikey;

import org.jspecify.annotations.NullMarked;
