@NullMarked
package xyz.contentfactory.telegram.mtproto.session;

import org.jspecify.annotations.NullMarked;
