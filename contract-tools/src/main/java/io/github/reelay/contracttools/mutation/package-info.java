/**
 * Measures whether the checks notice: changes one element of a document at a time, generates and
 * compiles the client from it, and lists what no check saw although somebody depends on it.
 * Measures likewise which fields of the committed pacts the mapper does not need. The checks
 * themselves live where they run in the build; here they are called.
 */
@NullMarked
package io.github.reelay.contracttools.mutation;

import org.jspecify.annotations.NullMarked;
