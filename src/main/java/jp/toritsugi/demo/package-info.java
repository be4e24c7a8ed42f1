/**
 * The demonstration: an embedded PostgreSQL, a fictional network and its 884 interviews. Nothing leans on this package,
 * and packages for production are built without it.
 */
package jp.toritsugi.demo;
