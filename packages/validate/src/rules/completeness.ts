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
        const ofHole = new Map<
          string,
          { present: number; total: number; group: number; indicator: number }
        >();
        // A unit is in one group; an indicator is wanted of every unit.
        const groupsOfUnits = new Map<string, Set<number>>();
        const indicatorsOf = new Set<number>();
        for (const cell of seen) {
          if (cell.present) {
            ofUnit[cell.unit] = (ofUnit[cell.unit] as number) + 1;
            ofIndicator[cell.indicator] = (ofIndicator[cell.indicator] as number) + 1;
          }
          indicatorsOf.add(cell.indicator);
          if (group === undefined) continue;
          const key = `${cell.group} ${cell.indicator}`;
          const hole = ofHole.get(key) ?? {
            present: 0,
            total: 0,
            group: cell.group,
            indicator: cell.indicator,
          };
          hole.present += cell.present ? 1 : 0;
          hole.total += 1;
          ofHole.set(key, hole);
          const members = groupsOfUnits.get(String(cell.group)) ?? new Set();
          members.add(cell.unit);
          groupsOfUnits.set(String(cell.group), members);
        }
        const times =
          group === undefined ? 1 : Math.max(1, seen.length / (units.size * indicators.size));
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
          const members = groupsOfUnits.get(String(hole.group))?.size ?? 0;
          if (hole.present > 0 || members < 2) continue;
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
