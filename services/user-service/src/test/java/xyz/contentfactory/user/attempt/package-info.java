@NullMarked
package xyz.contentfactory.user.attempt;

import org.jspecify.annotations.NullMarked;
