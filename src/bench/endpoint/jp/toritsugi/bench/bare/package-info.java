/** The bare endpoint that recording is measured against. Compiled only by the profile {@code bench}. */
package jp.toritsugi.bench.bare;
