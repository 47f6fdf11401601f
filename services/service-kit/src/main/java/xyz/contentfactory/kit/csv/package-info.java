/// Tables as text for spreadsheets.
@NullMarked
package xyz.contentfactory.kit.csv;

import org.jspecify.annotations.NullMarked;
