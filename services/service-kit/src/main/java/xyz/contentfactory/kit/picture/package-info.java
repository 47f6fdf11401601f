/// Pictures that are made, not stored.
@NullMarked
package xyz.contentfactory.kit.picture;

import org.jspecify.annotations.NullMarked;
