package org.brisket.job.config.binding;

import java.util.ArrayList;
import java.util.List;

/** The table of all configuration keys, in Markdown, told from the records. */
public final class ConfigTable {
    private final List<String> rows = new ArrayList<>();

    private ConfigTable() {}

    /** One line for each key of a section and of the sections within it. */
    public static String of(Class<? extends Record> section) {
        ConfigTable table = new ConfigTable();
        table.rows.add("| key | type | default | range | meaning |");
        table.rows.add("|---|---|---|---|---|");
        table.addSection("", section);
        return String.join("\n", table.rows) + "\n";
    }

    private void addSection(String path, Class<? extends Record> section) {
        for (Setting setting : Setting.of(section)) {
            String key = path.isEmpty() ? setting.name() : path + "." + setting.name();
            addRow(key, setting);
            if (setting.shape() instanceof Shape.Nested nested) {
                addSection(key, nested.section());
            }
            if (setting.shape() instanceof Shape.Many many
                    && many.element() instanceof Shape.Nested nested) {
                addSection(key + "[]", nested.section());
            }
        }
    }

    private void addRow(String key, Setting setting) {
        boolean section = setting.shape() instanceof Shape.Nested;
        rows.add(
                "| %s | %s | %s | %s | %s |"
                        .formatted(
                                section ? "**`" + key + "`**" : "`" + key + "`",
                                typeName(setting.shape()),
                                defaultOf(setting),
                                range(setting),
                                setting.key().meaning()));
    }

    private static String typeName(Shape shape) {
        if (shape instanceof Shape.One one) {
            return one.type().name();
        }
        if (shape instanceof Shape.Maybe maybe) {
            return maybe.type().name();
        }
        if (shape instanceof Shape.Many many) {
            return many.element() instanceof Shape.One one
                    ? "list of " + one.type().name()
                    : "list of sections";
        }
        return shape instanceof Shape.Nested ? "section" : "properties";
    }

    private static String defaultOf(Setting setting) {
        if (!setting.key().byDefault().isEmpty()) {
            return "`" + setting.key().byDefault() + "`";
        }
        return setting.shape() instanceof Shape.One ? "must be given" : "";
    }

    private static String range(Setting setting) {
        String range = new ValueRange(setting.key()).describe();
        boolean entries = setting.shape() instanceof Shape.Many && !range.isEmpty();
        return entries ? range + " entries" : range;
    }
}
