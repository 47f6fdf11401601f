/// The numbers of the dashboard: accounts by state and the last day, hour by hour.
@NullMarked
package xyz.contentfactory.integration.overview;

import org.jspecify.annotations.NullMarked;
