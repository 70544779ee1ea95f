package org.pengjiang.kit.testing.parts.unsound.lending;

import org.pengjiang.kit.testing.parts.unsound.model.lending.Loan;

record LendBook(Loan loan) {}
