package org.pengjiang.localstack.kafka;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AccessControlEntryFilter;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.ResourcePatternFilter;

/** Gives accounts their passwords and exactly their rights: what an account had before and has no longer is taken away. */
final class KafkaRights {
    private static final int PATIENCE_SECONDS = 60;
    private static final int SCRAM_ROUNDS = 4096;

    private final Admin admin;

    KafkaRights(Admin admin) {
        this.admin = admin;
    }

    void grant(List<StreamAccount> accounts, Map<String, String> passwords)
            throws ExecutionException, InterruptedException, TimeoutException {
        List<UserScramCredentialAlteration> credentials = new ArrayList<>();
        List<AclBinding> granted = new ArrayList<>();
        List<AclBindingFilter> revoked = new ArrayList<>();
        for (StreamAccount account : accounts) {
            credentials.add(new UserScramCredentialUpsertion(
                    account.name(),
                    new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, SCRAM_ROUNDS),
                    Objects.requireNonNull(passwords.get(account.name()))));
            granted.addAll(account.rights());
            rightsOf(account).stream()
                    .filter(right -> !account.rights().contains(right))
                    .forEach(right -> revoked.add(right.toFilter()));
        }
        admin.alterUserScramCredentials(credentials).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        admin.createAcls(granted).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        admin.deleteAcls(revoked).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private Collection<AclBinding> rightsOf(StreamAccount account)
            throws ExecutionException, InterruptedException, TimeoutException {
        AclBindingFilter ofAccount = new AclBindingFilter(
                ResourcePatternFilter.ANY,
                new AccessControlEntryFilter(account.principal(), null, AclOperation.ANY, AclPermissionType.ANY));
        return admin.describeAcls(ofAccount).values().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
