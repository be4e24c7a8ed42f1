package jp.toritsugi.roster;

import java.util.List;

/** A form on a page of its own. */
record FormPage(
        String title,
        String introduction,
        String action,
        List<FormField> fields,
        List<String> faults,
        String button,
        String back) {}
