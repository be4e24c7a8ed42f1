/**
 * 取次の行方: how far the diagnoses of a period got, from 診断 to 完了, where the others stopped, and how long it took. Only
 * reads, and only figures: two functions of the database hand out aggregates of the very sheets the tables count. Leans on
 * report for how sheets are asked for and on referral for its words.
 */
package jp.toritsugi.funnel;
