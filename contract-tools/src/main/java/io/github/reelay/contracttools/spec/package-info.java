/**
 * The providers' documents and their named examples, read once from the class path, and what every
 * check does with them: the dialect that a test queries, a server that responds with one example, a
 * validator, walks over members. What is right or wrong is for the other packages and the tests.
 */
@NullMarked
package io.github.reelay.contracttools.spec;

import org.jspecify.annotations.NullMarked;
