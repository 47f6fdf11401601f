@NullMarked
package xyz.contentfactory.telegram.net;

import org.jspecify.annotations.NullMarked;
