package org.pengjiang.appeal.screening;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pengjiang.kit.text.LongText;

/** @param missing one thing in each line, as the enterprise will read it */
record NewSupplementRequest(@NotEmpty @Size(max = 20) List<@NotNull @LongText(max = 500) String> missing) {

    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (int i = 0; i < missing.size(); i++) {
            texts.put("/missing/" + i, missing.get(i));
        }
        return texts;
    }
}
