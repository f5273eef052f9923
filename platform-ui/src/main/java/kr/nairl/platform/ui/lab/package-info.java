/** What lab managers see of every tie between partners and sub-projects, to read and to take along. */
@NullMarked
package kr.nairl.platform.ui.lab;

import org.jspecify.annotations.NullMarked;
