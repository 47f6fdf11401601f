@NullMarked
package xyz.contentfactory.user;

import org.jspecify.annotations.NullMarked;
