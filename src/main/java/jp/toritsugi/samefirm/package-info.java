/**
 * 重複検知: recognises that a firm was diagnosed elsewhere without saying by whom. Sheets leave keyed hashes behind; an
 * officer learns a yes or no about a sheet they recorded, the secretariat links. Knows sheets by their id alone, so that
 * {@code diagnosis} may lean on it.
 */
package jp.toritsugi.samefirm;
