package jp.toritsugi.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.List;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.audit.Action;
import jp.toritsugi.audit.Trail;
import jp.toritsugi.audit.TrailEvent;
import jp.toritsugi.problem.InvalidInput;

/** A person's own word on mail. The address is kept in the register, by those who keep it. */
@ApplicationScoped
class OwnMail {
    private final EntityManager entities;
    private final Trail trail;
    private final MailSettings settings;

    OwnMail(EntityManager entities, Trail trail, MailSettings settings) {
        this.entities = entities;
        this.trail = trail;
        this.settings = settings;
    }

    /**
     * @param email null where the register has none
     * @param sends whether this installation sends mail at all
     */
    record Wish(String email, MailRhythm rhythm, boolean sends) {
        public boolean is(MailRhythm other) {
            return rhythm == other;
        }

        public List<MailRhythm> rhythms() {
            return List.of(MailRhythm.values());
        }
    }

    @Transactional
    Wish wish() {
        List<?> found = entities.createNativeQuery("select email, mail_rhythm from member_own_mail()", Tuple.class)
                .getResultList();
        Tuple row = (Tuple) found.get(0);
        return new Wish(
                row.get(0, String.class),
                MailRhythm.find(row.get(1, String.class)).orElseThrow(),
                settings.on());
    }

    @Transactional
    Wish choose(String rhythm, Viewer viewer) {
        MailRhythm chosen = MailRhythm.find(rhythm == null ? "" : rhythm)
                .orElseThrow(() -> new InvalidInput("rhythm", "none、daily、at-once のどれかを指定してください。"));
        entities.createNativeQuery("select member_own_mail_rhythm(:rhythm)")
                .setParameter("rhythm", chosen.code())
                .getResultList();
        trail.write(TrailEvent.of(Action.SETTING_CHANGED, "mail", null, viewer.institution())
                .with("rhythm", chosen.code()));
        return wish();
    }
}
