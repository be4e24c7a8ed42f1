/**
 * The start in production: the settings, and the refusal to start on missing or wrong ones. Runs before the framework
 * does and leans on nothing of ours.
 */
package jp.toritsugi.start;
