/**
 * The bars the product owner set, measured in one run on one machine: {@code mvn -B -Pbench verify}. Ratios against
 * baselines on the same database, never absolute promises.
 */
package jp.toritsugi.bench;
