@NullMarked
package xyz.contentfactory.kit.rotation;

import org.jspecify.annotations.NullMarked;
