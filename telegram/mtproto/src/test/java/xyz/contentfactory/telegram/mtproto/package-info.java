@NullMarked
package xyz.contentfactory.telegram.mtproto;

import org.jspecify.annotations.NullMarked;
