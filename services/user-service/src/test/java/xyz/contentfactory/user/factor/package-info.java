@NullMarked
package xyz.contentfactory.user.factor;

import org.jspecify.annotations.NullMarked;
