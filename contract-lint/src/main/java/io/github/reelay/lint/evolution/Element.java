package io.github.reelay.lint.evolution;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * One element of a document with all that matters about it.
 *
 * @param subject its name for people
 * @param request whether the caller sends it; everything else comes in a response
 * @param facts what the document says of it, by keyword
 */
record Element(String subject, boolean request, Map<String, JsonNode> facts) {}
