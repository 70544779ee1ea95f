package org.pengjiang.kit.testing.parts.sound.lending;

import org.pengjiang.kit.testing.parts.sound.model.lending.Loan;

record LendBook(Loan loan) {}
