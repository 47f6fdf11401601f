/// MTProto without sockets, threads or clocks: the client and the server half of the protocol as
/// state machines that take bytes and instants and give bytes and effects.
@NullMarked
package xyz.contentfactory.telegram.mtproto;

import org.jspecify.annotations.NullMarked;
