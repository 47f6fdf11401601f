@NullMarked
package xyz.contentfactory.user.profile;

import org.jspecify.annotations.NullMarked;
