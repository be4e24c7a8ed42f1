/** What the owner agreed to: consent for each kind of recipient, with its day and how it was given. */
package jp.toritsugi.consent;
