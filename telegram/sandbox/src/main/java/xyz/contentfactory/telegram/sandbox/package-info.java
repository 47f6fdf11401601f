/// A Telegram data centre in one process: real MTProto, accounts, channels and scripted faults.
@NullMarked
package xyz.contentfactory.telegram.sandbox;

import org.jspecify.annotations.NullMarked;
