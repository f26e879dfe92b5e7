/**
 * What watches every test of this build. JUnit finds it on the class path; no test names it but those of its own. It
 * stands beside the packages of Jeton, whose rules are not for it.
 */
@NullMarked
package dev.jetontest;

import org.jspecify.annotations.NullMarked;
