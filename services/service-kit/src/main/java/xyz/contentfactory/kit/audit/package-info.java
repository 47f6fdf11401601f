/// Append-only trail of who did what, from where, and how it ended.
@NullMarked
package xyz.contentfactory.kit.audit;

import org.jspecify.annotations.NullMarked;
