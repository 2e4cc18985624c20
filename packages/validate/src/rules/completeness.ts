import { missingIn } from "./column-views.js";
import { keyIndex } from "./keys.js";
import type { CompletenessRule } from "./rule.js";
import type { RuleKind } from "./rule-kind.js";

export const completeness: RuleKind<CompletenessRule> = {
  level: 1,
  columns: ({ value, unit, indicator, group }) =>
    group === undefined ? [value, unit, indicator] : [value, unit, indicator, group],
  start({ value, unit, indicator, group, atLeast }) {
    const units = keyIndex([unit]);
    const indicators = keyIndex([indicator]);
    const groups = keyIndex(group === undefined ? [] : [group]);
    const cells = keyIndex(group === undefined ? [unit, indicator] : [unit, indicator, group]);
    /** Of each cell of unit and indicator: its three ids, and whether a value is there. */
    const seen: { unit: number; indicator: number; group: number; present: boolean }[] = [];
    return {
      chunk({ table }) {
        const isMissing = missingIn(table.column(value));
        const unitIds = units.ids(table);
        const indicatorIds = indicators.ids(table);
        const groupIds = groups.ids(table);
        const cellIds = cells.ids(table);
        for (let i = 0; i < cellIds.length; i++) {
          const id = cellIds[i] as number;
          if (id < 0) continue;
          const present = !isMissing(i);
          const known = seen[id];
          if (known === undefined) {
            seen[id] = {
              unit: unitIds[i] as number,
              indicator: indicatorIds[i] as number,
              group: groupIds[i] as number,
              present,
            };
          } else known.present ||= present;
        }
      },
      finish(tally) {
        const ofUnit = new Float64Array(units.size);
        const ofIndicator = new Float64Array(indicators.size);
        const ofHole = new Map<string, { present: boolean; group: number; indicator: number }>();
        const unitsOfGroup = new Map<number, Set<number>>();
        for (const cell of seen) {
          if (cell.present) {
            ofUnit[cell.unit] = (ofUnit[cell.unit] as number) + 1;
            ofIndicator[cell.indicator] = (ofIndicator[cell.indicator] as number) + 1;
          }
          if (group === undefined) continue;
          const key = `${cell.group} ${cell.indicator}`;
          const present = cell.present || ofHole.get(key)?.present === true;
          ofHole.set(key, { ...cell, present });
          const members = unitsOfGroup.get(cell.group) ?? new Set();
          unitsOfGroup.set(cell.group, members.add(cell.unit));
        }
        // Where the groups are periods, an indicator is wanted of every unit in each of them.
        const times = Math.max(1, seen.length / (units.size * indicators.size));
        const enough = (present: number, total: number) => present >= atLeast * total - 1e-9;
        tally.checked(units.size + indicators.size + ofHole.size);
        const percent = (share: number) => `${Math.round(1000 * share) / 10} %`;
        const limit = percent(atLeast);
        ofUnit.forEach((present, id) => {
          const total = Math.round(indicators.size * times);
          if (enough(present, total)) return;
          const name = units.label(id);
          const facts = { present, total, share: percent(present / total), limit };
          tally.fail("validate/coverage-unit", { place: { column: unit, unit: name }, facts });
        });
        ofIndicator.forEach((present, id) => {
          const total = Math.round(units.size * times);
          if (enough(present, total)) return;
          const name = indicators.label(id);
          const facts = { indicator: name, present, total, share: percent(present / total), limit };
          tally.fail("validate/coverage-indicator", { place: { column: indicator }, facts });
        });
        for (const hole of ofHole.values()) {
          const members = (unitsOfGroup.get(hole.group) as Set<number>).size;
          if (hole.present || members < 2) continue;
          const facts = {
            indicator: indicators.label(hole.indicator),
            group: groups.label(hole.group),
            units: members,
          };
          tally.fail("validate/coverage-group", { place: { column: group as string }, facts });
        }
      },
    };
  },
};
