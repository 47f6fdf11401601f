@NullMarked
package xyz.contentfactory.telegram.net.proxy;

import org.jspecify.annotations.NullMarked;
