package io.github.cmkverify.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class RetryBudgetTest {
    private final RetryBudget budget = RetryBudget.of("host", new ConcurrentHashMap<>());

    @Test
    void aBuildStartsWithAllItsRetries() {
        assertEquals(RetryBudget.FULL, drain());
    }

    @Test
    void fiveAnswersAtTheFirstAttemptEarnOne() {
        drain();
        for (int answer = 0; answer < 4; answer++) {
            budget.answered(1);
            assertFalse(budget.take());
        }
        budget.answered(1);
        assertTrue(budget.take());
        assertFalse(budget.take());
    }

    @Test
    void anAnswerToARetryGivesItBack() {
        drain();
        budget.answered(2);
        assertEquals(1, drain());
    }

    @Test
    void nothingIsSavedBeyondTheStart() {
        budget.take();
        for (int answer = 0; answer < 100; answer++) {
            budget.answered(1);
            budget.answered(2);
        }
        assertEquals(RetryBudget.FULL, drain());
    }

    private int drain() {
        int taken = 0;
        while (taken <= RetryBudget.FULL && budget.take()) {
            taken++;
        }
        return taken;
    }
}
