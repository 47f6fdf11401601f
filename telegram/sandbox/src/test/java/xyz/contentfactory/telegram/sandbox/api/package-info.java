@NullMarked
package xyz.contentfactory.telegram.sandbox.api;

import org.jspecify.annotations.NullMarked;
