/**
 * 証跡の閲覧と検証: reading the trail that {@code audit} writes, taking it out, and proving that it is whole. Shows ids,
 * codes, users' names and counts, never what stands on a sheet. Leans on audit and frame; only home leans on it.
 */
package jp.toritsugi.trail;
