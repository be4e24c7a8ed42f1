/**
 * The directory of desks (取次先の窓口): where a case can be handed to, for what, when, how it is reached, and when somebody
 * last confirmed all that. Leans on the register of institutions; knows no cases.
 */
package jp.toritsugi.directory;
