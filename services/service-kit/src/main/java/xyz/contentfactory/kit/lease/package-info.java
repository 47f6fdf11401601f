/// Row leases: one owner at a time, with an epoch as the fence.
@NullMarked
package xyz.contentfactory.kit.lease;

import org.jspecify.annotations.NullMarked;
