/** Grants in the files of one directory. */
@NullMarked
package dev.xeroauth.internal.file;

import org.jspecify.annotations.NullMarked;
