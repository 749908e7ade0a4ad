/**
 * One response as it came over HTTP, and the query result that it was read as: the two ends of the
 * one function that live queries and saved bodies share. The function is {@code
 * dialect.Dialect#read}; what fetches a response is {@code transport}, and what saves one is {@code
 * json}.
 */
@NullMarked
package io.github.reelay.exchange;

import org.jspecify.annotations.NullMarked;
