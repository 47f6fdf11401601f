/// The all-in-one: every module in one process, with its own database and, if asked, the sandbox.
@NullMarked
package xyz.contentfactory.standalone;

import org.jspecify.annotations.NullMarked;
