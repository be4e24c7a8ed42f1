/**
 * 証跡: who saw and changed what, appended in the same transaction as the thing itself and chained by hashes in the
 * database. Features write to it; only auditors read it. May lean on access and what lies under it.
 */
package jp.toritsugi.audit;
