/** xingchaoyiqing, of which its document says everything. */
@NullMarked
package io.github.reelay.provider.xingchaoyiqing;

import org.jspecify.annotations.NullMarked;
