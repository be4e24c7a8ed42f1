/**
 * 届いた案件と取次票: what a desk sees of the cases handed to it, where it says what becomes of them, and the papers that go
 * with a referral. Leans on referral and provision; shows what was given, never the sheet.
 */
package jp.toritsugi.inbox;
