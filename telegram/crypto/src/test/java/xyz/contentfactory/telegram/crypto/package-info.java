@NullMarked
package xyz.contentfactory.telegram.crypto;

import org.jspecify.annotations.NullMarked;
