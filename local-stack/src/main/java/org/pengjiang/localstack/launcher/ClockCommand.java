package org.pengjiang.localstack.launcher;

import java.io.PrintStream;
import java.time.OffsetDateTime;
import java.util.List;
import org.pengjiang.localstack.StackFailure;

/** Says what time it is in the running suite, or moves its clock forward. */
final class ClockCommand {

    private final SuiteFolder folder;
    private final PrintStream out;

    ClockCommand(SuiteFolder folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
    }

    int run(List<String> arguments) {
        if (arguments.size() > 1) {
            throw new StackFailure("Say one moment: ./suite clock 2030-01-02T08:30, or none to see the time.");
        }
        List<OffsetDateTime> moment =
                arguments.stream().map(ClockCommand::moment).toList();
        if (!LauncherLock.isHeld(folder)) {
            throw new StackFailure("The suite is not running; start it with ./suite up.");
        }
        if (SuiteState.read(folder).filter(SuiteState::complete).isEmpty()) {
            throw new StackFailure(
                    "The suite is starting; its clock can be moved when ./suite status says that all is up.");
        }
        SuiteTime time = new SuiteTime(folder);
        moment.forEach(time::moveTo);
        out.println(SuiteTime.text(time.now()));
        return 0;
    }

    private static OffsetDateTime moment(String text) {
        return SuiteTime.parse(text)
                .orElseThrow(
                        () -> new StackFailure("The clock moves to a moment such as 2030-01-02T08:30 (in Asia/Shanghai)"
                                + " or 2030-01-02T00:30:00Z, not to '" + text + "'. " + SuiteTime.BOUNDS));
    }
}
