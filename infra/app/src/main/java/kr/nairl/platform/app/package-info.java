/** The composition root: the main class, configuration and the demo. The one package that may see all modules. */
@NullMarked
package kr.nairl.platform.app;

import org.jspecify.annotations.NullMarked;
