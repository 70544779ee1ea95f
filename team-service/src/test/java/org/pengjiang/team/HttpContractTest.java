package org.pengjiang.team;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.testing.HttpContract;
import org.pengjiang.kit.testing.PermissionDocuments;
import org.pengjiang.team.testsupport.TeamStack;

/** What this service promises over HTTP. */
@QuarkusTest
@QuarkusTestResource(TeamStack.class)
class HttpContractTest {
    @Test
    void theCommittedFilesSayWhatTheCodeSays() {
        HttpContract.assertCommitted();
    }

    @Test
    void everyOperationSaysWhatAClientNeeds() {
        HttpContract.assertDescribed();
    }

    @Test
    void everyAnswerSaysWhoMayKeepIt() {
        HttpContract.assertHeaders();
    }

    @Test
    void everyConstantHasANameInBothLanguages() {
        HttpContract.assertCodesNamed();
    }

    @Test
    void theDocumentsSayWhoMayCallIt() {
        PermissionDocuments.assertCommitted();
    }
}
