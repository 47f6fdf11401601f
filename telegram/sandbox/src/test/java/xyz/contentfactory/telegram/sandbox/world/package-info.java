@NullMarked
package xyz.contentfactory.telegram.sandbox.world;

import org.jspecify.annotations.NullMarked;
