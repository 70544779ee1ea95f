package org.pengjiang.appeal;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.pengjiang.appeal.testsupport.AppealStack;
import org.pengjiang.kit.testing.HttpContract;
import org.pengjiang.kit.testing.PermissionDocuments;

/** What this service promises over HTTP. */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
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
