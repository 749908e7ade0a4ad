/**
 * A page that shows a running watch in the browser: {@link io.github.reelay.page.WatchPage} serves
 * it. {@code TaskBoard} holds what is shown, {@code EventStreams} sends it, {@code RequestGuard}
 * decides who may see it, and {@code Thumbnails} fetches still images under the address rules of
 * downloads. The page itself is three files without a build chain, next to these classes.
 */
@NullMarked
package io.github.reelay.page;

import org.jspecify.annotations.NullMarked;
