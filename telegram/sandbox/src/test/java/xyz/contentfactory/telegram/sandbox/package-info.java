@NullMarked
package xyz.contentfactory.telegram.sandbox;

import org.jspecify.annotations.NullMarked;
