package jp.toritsugi.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.audit.Action;
import jp.toritsugi.audit.Trail;
import jp.toritsugi.audit.TrailEvent;
import jp.toritsugi.organisation.UserName;
import jp.toritsugi.problem.InvalidInput;

/** Which names are the network's: with several networks in an installation, the admin takes them in before managers use them. */
@ApplicationScoped
class UserNames {
    private static final int MOST = 500;

    private final EntityManager entities;
    private final Trail trail;

    UserNames(EntityManager entities, Trail trail) {
        this.entities = entities;
        this.trail = trail;
    }

    /**
     * Takes names in for the viewer's network, all of them or none; those it has already stay its own.
     *
     * @return as they are spelled in the register, each once
     * @throws InvalidInput for none, too many, or what is no user name
     * @throws UserNamesTaken naming those that are another network's
     */
    @Transactional
    List<String> claim(List<String> written, Viewer viewer) {
        List<String> names = written == null
                ? List.of()
                : written.stream()
                        .map(UserName::plain)
                        .filter(name -> name != null && !name.isEmpty())
                        .distinct()
                        .toList();
        if (names.isEmpty() || names.size() > MOST) {
            throw new InvalidInput("userNames", "利用者名を1件以上、" + MOST + "件まで書いてください。");
        }
        if (!names.stream().allMatch(Placement::isUserName)) {
            throw new InvalidInput("userNames", Placement.USER_NAME_FAULT);
        }
        List<String> taken = claimAll(names);
        if (!taken.isEmpty()) {
            throw new UserNamesTaken(taken);
        }
        trail.write(TrailEvent.of(Action.REACH_CHANGED, "member", null, viewer.institution())
                .with("userNames", names));
        return names;
    }

    /** Whether somebody else has to take this name in before the viewer may register it. */
    boolean isOutOfHand(String plain) {
        return (Boolean) entities.createNativeQuery("select user_name_is_out_of_hand(:who)")
                .setParameter("who", plain)
                .getSingleResult();
    }

    private List<String> claimAll(List<String> names) {
        // one text, cut up by the database: names have no blanks
        String taken = (String) entities.createNativeQuery(
                        "select array_to_string(user_name_claim_all(string_to_array(:names, ' ')), ' ')")
                .setParameter("names", String.join(" ", names))
                .getSingleResult();
        return taken.isEmpty() ? List.of() : List.of(taken.split(" "));
    }
}
