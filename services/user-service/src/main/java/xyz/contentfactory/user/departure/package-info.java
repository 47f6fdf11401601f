/// Members who were deleted, until everybody who keeps something of theirs has settled that.
@NullMarked
package xyz.contentfactory.user.departure;

import org.jspecify.annotations.NullMarked;
