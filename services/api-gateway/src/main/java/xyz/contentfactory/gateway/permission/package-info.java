/// Who may do what: the table `permissions.csv` and the filter that keeps to it.
@NullMarked
package xyz.contentfactory.gateway.permission;

import org.jspecify.annotations.NullMarked;
