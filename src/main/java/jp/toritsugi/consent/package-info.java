/** What the owner agreed to: consent for each kind of recipient, with its day, how it was given and which text was shown. */
package jp.toritsugi.consent;
