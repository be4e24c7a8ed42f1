/** Lists that are read page by page, in the one form the contract gives them. */
package jp.toritsugi.paging;
