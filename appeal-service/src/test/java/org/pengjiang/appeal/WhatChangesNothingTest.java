package org.pengjiang.appeal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.pengjiang.appeal.testsupport.AppealStack;
import org.pengjiang.kit.testing.Unchanged;

@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class WhatChangesNothingTest {
    @Test
    void nothingIsReplacedHereButWhatTheKitBringsWhichIsHeldToItInTeamService() {
        assertEquals(
                new TreeSet<>(Set.of(
                        "changeSetting",
                        // held to it in RegisteringSourceSystemsTest
                        "changeSourceSystem",
                        // a part of an upload says where it begins: the tests of files hold it to that
                        "continueUpload",
                        "setMyNoticeAddress",
                        "setUnitNoticeAddress",
                        "setRoleNoticeAddress")),
                Unchanged.operations());
    }
}
