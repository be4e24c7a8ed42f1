/**
 * What is asked, of whom, and what follows from the answers: questionnaires as data, the branch a sheet takes, its leaf,
 * and the proof that every path ends. Pure: no database, no HTTP; leans on nothing of ours.
 */
package jp.toritsugi.questionnaire;
