@NullMarked
package xyz.contentfactory.kit.lease;

import org.jspecify.annotations.NullMarked;
