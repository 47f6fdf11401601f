/// The TL codec of the sandbox: one set of named values, written for whichever layer a client
/// speaks.
@NullMarked
package xyz.contentfactory.telegram.sandbox.schema;

import org.jspecify.annotations.NullMarked;
