@NullMarked
package xyz.contentfactory.telegram.tl;

import org.jspecify.annotations.NullMarked;
