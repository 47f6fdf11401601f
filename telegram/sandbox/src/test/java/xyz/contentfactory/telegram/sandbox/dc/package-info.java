@NullMarked
package xyz.contentfactory.telegram.sandbox.dc;

import org.jspecify.annotations.NullMarked;
