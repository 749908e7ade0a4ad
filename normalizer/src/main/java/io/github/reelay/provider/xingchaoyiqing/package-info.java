/**
 * xingchaoyiqing. Its document says everything: its client and its mapping are generated from that.
 * The dialect here only gives them a name in Java. What holds for every provider is in {@code
 * dialect}.
 */
@NullMarked
package io.github.reelay.provider.xingchaoyiqing;

import org.jspecify.annotations.NullMarked;
