package io.github.reelay.cli.terminal;

/**
 * How large a terminal is, in characters.
 *
 * @param columns how many a line has
 * @param rows how many lines there are
 */
public record ScreenSize(int columns, int rows) {}
