/**
 * 緊急閲覧: the secretariat opens a case without consent, for a stated reason and two hours; the owning institution is
 * told. Leans on diagnosis for the names of cases; what is open then is decided there, by the one predicate of reach.
 */
package jp.toritsugi.breakglass;
