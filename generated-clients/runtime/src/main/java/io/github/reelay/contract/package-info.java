/**
 * What generated clients stand on: the lenient streaming reader with its limits, the findings it
 * makes, the few value types that a JSON type cannot express, and the Feign pieces every client
 * needs. Nothing here knows a provider.
 */
@NullMarked
package io.github.reelay.contract;

import org.jspecify.annotations.NullMarked;
