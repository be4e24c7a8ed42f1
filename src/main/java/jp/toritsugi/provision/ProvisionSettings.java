package jp.toritsugi.provision;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** On what basis of law cases are passed on (個人情報保護法27条). */
@ConfigMapping(prefix = "toritsugi.provision")
interface ProvisionSettings {
    /**
     * {@code TORITSUGI_PROVISION_BASIS}: {@code consent} = only what the owner agreed to; {@code joint-use} = 共同利用, whose
     * users and purpose the network has announced beforehand.
     */
    @WithDefault("consent")
    LawfulBasis basis();

    /** {@code TORITSUGI_PROVISION_JOINT_USERS}: the announced users, network and institution: {@code 02/succession-center,…}. */
    Optional<List<String>> jointUsers();

    /** As written in the setting. */
    enum LawfulBasis {
        CONSENT,
        JOINT_USE
    }
}
