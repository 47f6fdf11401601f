/// Who may do what.
@NullMarked
package xyz.contentfactory.gateway.permission;

import org.jspecify.annotations.NullMarked;
