/**
 * 同意の署名: what the owner drew with a finger under a consent, kept as strokes beside the sheet and shown on its page.
 * Leans on diagnosis, consent, audit.
 */
package jp.toritsugi.signature;
