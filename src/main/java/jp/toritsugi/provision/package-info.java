/**
 * 第三者提供: what of a case was given to whom, on what basis, when; recalled when the consent is taken back; shown to the
 * receiver, to the giver, and to the person it is about. Leans on diagnosis, and hears from it what was taken back.
 */
package jp.toritsugi.provision;
