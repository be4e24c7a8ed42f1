/**
 * Networks (one prefecture each), the institutions in them and who works where. The register that decides what a
 * logged-in person belongs to.
 */
package jp.toritsugi.organisation;
