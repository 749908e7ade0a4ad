/**
 * What generated clients stand on: the lenient streaming reader with its limits, the findings it
 * makes, the few value types that a JSON type cannot express, and the Feign pieces every client
 * needs. Generated code imports this package and {@code mapping} by wildcards. The syntax of times,
 * tokens and text lengths stands in {@code io.github.reelay.internal.text}. Nothing here knows a
 * provider: the records and interfaces of one are generated into {@code
 * io.github.reelay.client.NAME}, and what their members mean is decided in the normalizer.
 */
@NullMarked
package io.github.reelay.contract;

import org.jspecify.annotations.NullMarked;
