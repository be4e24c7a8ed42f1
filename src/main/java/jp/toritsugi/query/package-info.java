/** How the database is asked: conditions with bound parameters, and lists read page by page in the form the contract gives them. */
package jp.toritsugi.query;
