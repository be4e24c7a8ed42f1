/**
 * 権限表: which role may use what, on whose things. The table is data (access/matrix.csv); this page shows it to auditors
 * and the tests carry out every cell of it, so that what is read here is what holds. Leans on frame, access and audit.
 */
package jp.toritsugi.matrix;
