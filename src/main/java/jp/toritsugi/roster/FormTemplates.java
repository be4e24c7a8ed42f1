package jp.toritsugi.roster;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The pages that forms of people and of institutions share. */
@CheckedTemplate(basePath = "roster")
class FormTemplates {
    private FormTemplates() {}

    static native TemplateInstance form(FormPage page);

    static native TemplateInstance confirm(Confirmation page);
}
