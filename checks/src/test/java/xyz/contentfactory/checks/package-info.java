/// The rules of the repository. Each one is a test over the real tree, and has a twin: a small tree
/// or class that breaks it on purpose and must be reported.
@NullMarked
package xyz.contentfactory.checks;

import org.jspecify.annotations.NullMarked;
