/// What the edge leaves in the audit trail.
@NullMarked
package xyz.contentfactory.gateway.trail;

import org.jspecify.annotations.NullMarked;
