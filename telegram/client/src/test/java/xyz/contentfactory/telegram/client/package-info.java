@NullMarked
package xyz.contentfactory.telegram.client;

import org.jspecify.annotations.NullMarked;
