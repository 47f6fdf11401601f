@NullMarked
package xyz.contentfactory.user.password;

import org.jspecify.annotations.NullMarked;
