/** Tables in files: one reader and one writer of CSV and XLSX, by columns that a service declares. */
@NullMarked
package org.pengjiang.kit.table;

import org.jspecify.annotations.NullMarked;
