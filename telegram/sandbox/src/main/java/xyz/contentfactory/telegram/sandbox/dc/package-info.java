/// The sockets and sessions of the data centres.
@NullMarked
package xyz.contentfactory.telegram.sandbox.dc;

import org.jspecify.annotations.NullMarked;
