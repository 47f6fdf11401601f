@NullMarked
package xyz.contentfactory.kit.secret;

import org.jspecify.annotations.NullMarked;
