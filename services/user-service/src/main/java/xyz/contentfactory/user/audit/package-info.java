/// Reading the audit trail: page by page, and as a table to take away.
@NullMarked
package xyz.contentfactory.user.audit;

import org.jspecify.annotations.NullMarked;
