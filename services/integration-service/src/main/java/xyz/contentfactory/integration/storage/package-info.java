/// Small pieces the stores share: sealed columns, SQL times, paging cursors.
@NullMarked
package xyz.contentfactory.integration.storage;

import org.jspecify.annotations.NullMarked;
