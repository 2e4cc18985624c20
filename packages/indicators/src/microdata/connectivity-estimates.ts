import {
  type Column,
  type Finding,
  MISSING_BOOLEAN,
  type Table,
  type TableLike,
  tableFrom,
  tableOf,
} from "@vitalcore/core";
import type { DesignSpec, Estimate } from "@vitalcore/survey";
import { type ShareEstimation, sharesOf } from "./shares.js";
import { both, opposite, readTrait, type Trait, where } from "./traits.js";

/** What the survey asked of everybody; what it did not ask is left out, and so is what needs it. */
export interface ConnectivityTraits {
  /** Uses the internet. */
  readonly uses: Trait;
  /** Lives where there is a signal. */
  readonly covered?: Trait;
  /** Has a device of their own that can use the internet. */
  readonly device?: Trait;
  /** Has the skills that the rule asks for. */
  readonly skills?: Trait;
  /** Has a connection that reaches the minimum; asked of users. */
  readonly quality?: Trait;
  /** Meets every criterion of meaningful connectivity; asked of users. */
  readonly meaningful?: Trait;
}

/** Ids of the indicators that {@link connectivityEstimates} gives. */
export type ConnectivityEstimateId =
  | "internet-use"
  | "offline-share"
  | "mobile-broadband-coverage"
  | "coverage-gap"
  | "usage-gap"
  | "usage-gap-covered"
  | "device-ownership"
  | "device-gap"
  | "skills-basic"
  | "skills-gap"
  | "skills-use-gap"
  | "quality-gap"
  | "meaningful-connectivity"
  | "meaningful-connectivity-gap";

/** Shares by the id of the indicator, as proportions; one estimate for each group. */
export interface ConnectivityEstimates {
  readonly shares: Readonly<Partial<Record<ConnectivityEstimateId, readonly Estimate[]>>>;
  readonly findings: readonly Finding[];
}

/**
 * Use, coverage and the gaps of device, skills, quality and meaningful connectivity from the answers of a survey, with errors and intervals by
 * design. Each gap has its own denominator: device and usage gap the covered, skills and quality gap the users. Who
 * gave no answer is outside the denominators that need it.
 *
 * @param data - a row for each person.
 * @param design - of the sample.
 * @param traits - how the survey asked.
 * @param options - groups and interval.
 * @returns shares by the id of the indicator, for what was asked.
 * @throws VitalError `indicators/unknown-code`, `indicators/questionnaire`, `indicators/invalid-input`,
 *   `core/unknown-column`, and `survey/...` for the design.
 *
 * Source: ITU (2020), Manual for Measuring ICT Access and Use by Households and Individuals; GSMA (2024), The State of
 * Mobile Internet Connectivity; A4AI (2020), Meaningful Connectivity; Taylor linearization as in R's `survey`.
 *
 * @example
 * ```ts
 * import { connectivityEstimates } from "@vitalcore/indicators/microdata";
 * const { shares } = connectivityEstimates(
 *   {
 *     psu: [1, 1, 2, 2, 3, 3],
 *     signal: [1, 1, 1, 1, 1, 2],
 *     online: [1, 1, 1, 2, 2, 2],
 *     phone: [1, 1, 2, 1, 2, 2],
 *     mbps: [20, 4, 12, null, null, null],
 *   },
 *   { clusters: "psu" },
 *   {
 *     uses: { column: "online", yes: 1, no: 2 },
 *     covered: { column: "signal", yes: 1, no: 2 },
 *     device: { column: "phone", yes: 1, no: 2 },
 *     quality: { column: "mbps", atLeast: 10 },
 *   },
 * );
 * shares["usage-gap-covered"]?.[0]?.value; // => 0.4
 * shares["device-gap"]?.[0]?.value; // => 0.4
 * shares["quality-gap"]?.[0]?.value; // => 0.333333
 * ```
 */
export function connectivityEstimates(
  data: TableLike,
  design: DesignSpec,
  traits: ConnectivityTraits,
  options: ShareEstimation = {},
): ConnectivityEstimates {
  const table = tableFrom(data);
  const columns = traitColumns(table, traits);
  const names = Object.fromEntries([...columns.keys()].map((id) => [id, `connectivity:${id}`]));
  const findings: Finding[] = [];
  const shares = sharesOf(
    withBooleans(
      table,
      [...columns].map(([id, values]) => [`connectivity:${id}`, values]),
    ),
    design,
    names,
    options,
    findings,
  );
  return { shares, findings };
}

/** The truth values behind each indicator, missing outside its denominator. */
function traitColumns(
  table: Table,
  traits: ConnectivityTraits,
): ReadonlyMap<ConnectivityEstimateId, Uint8Array> {
  const read = (trait: Trait | undefined) =>
    trait === undefined ? undefined : readTrait(table, trait);
  const uses = readTrait(table, traits.uses);
  const columns = new Map<ConnectivityEstimateId, Uint8Array>([
    ["internet-use", uses],
    ["offline-share", opposite(uses)],
  ]);
  const covered = read(traits.covered);
  if (covered !== undefined) {
    columns.set("mobile-broadband-coverage", covered);
    columns.set("coverage-gap", opposite(covered));
    columns.set("usage-gap", both(covered, opposite(uses)));
    columns.set("usage-gap-covered", where(opposite(uses), covered));
  }
  const device = read(traits.device);
  if (device !== undefined) {
    columns.set("device-ownership", device);
    if (covered !== undefined) columns.set("device-gap", where(opposite(device), covered));
  }
  const skills = read(traits.skills);
  if (skills !== undefined) {
    columns.set("skills-basic", skills);
    columns.set("skills-gap", opposite(skills));
    columns.set("skills-use-gap", where(opposite(skills), uses));
  }
  const quality = read(traits.quality);
  if (quality !== undefined) columns.set("quality-gap", where(opposite(quality), uses));
  const meaningful = read(traits.meaningful);
  if (meaningful !== undefined) {
    columns.set("meaningful-connectivity", both(uses, meaningful));
    columns.set("meaningful-connectivity-gap", both(uses, opposite(meaningful)));
  }
  return columns;
}

/** A reason to be offline: whether the person lacks what is needed. */
export interface Barrier {
  readonly name: string;
  /** Has what is needed: the barrier is that they do not. */
  readonly has: Trait;
}

/** People offline by the first barrier that binds, of all people. */
export interface OfflineByBarrier {
  /** By barrier in the order given, then `other`: offline although nothing of the list is lacking. */
  readonly shares: Readonly<Record<string, readonly Estimate[]>>;
  /** All people offline: the parts add up to it. */
  readonly offline: readonly Estimate[];
  readonly findings: readonly Finding[];
}

const OTHER = "other";

/**
 * Decomposes the share of people offline by the first barrier that binds, in a stated order: no signal, no device, no skills ...
 * (`connectivity-gap-decomposition`). Another order gives other parts: it is a choice to be published. Whoever is not known to lack
 * something as far as their first barrier is outside.
 *
 * @param data - a row for each person.
 * @param design - of the sample.
 * @param uses - uses the internet.
 * @param barriers - in the order in which they count.
 * @param options - groups and interval.
 * @throws VitalError as {@link connectivityEstimates}.
 *
 * Source: GSMA (2024), The State of Mobile Internet Connectivity, on barriers; ITU (2020), Manual for Measuring ICT
 * Access and Use, reasons for not using the internet.
 *
 * @example
 * ```ts
 * import { offlineByBarrier } from "@vitalcore/indicators/microdata";
 * const { shares, offline } = offlineByBarrier(
 *   { psu: [1, 1, 2, 2], online: [1, 2, 2, 2], signal: [1, 2, 1, 1], phone: [1, 2, 2, 1] },
 *   { clusters: "psu" },
 *   { column: "online", yes: 1, no: 2 },
 *   [
 *     { name: "signal", has: { column: "signal", yes: 1, no: 2 } },
 *     { name: "device", has: { column: "phone", yes: 1, no: 2 } },
 *   ],
 * );
 * Object.values(shares).map(([share]) => share?.value); // => [0.25, 0.25, 0.25]
 * offline[0]?.value; // => 0.75
 * ```
 */
export function offlineByBarrier(
  data: TableLike,
  design: DesignSpec,
  uses: Trait,
  barriers: readonly Barrier[],
  options: ShareEstimation = {},
): OfflineByBarrier {
  const table = tableFrom(data);
  const online = readTrait(table, uses);
  const first = firstBarrier(
    online,
    barriers.map(({ has }) => readTrait(table, has)),
  );
  const names = [...barriers.map(({ name }) => name), OTHER];
  const columns: [string, Uint8Array][] = names.map((_, i) => [
    `barrier:${i}`,
    first.map((each) => (each === MISSING_BOOLEAN ? each : Number(each === i))),
  ]);
  columns.push([
    "barrier:offline",
    first.map((each) => (each === MISSING_BOOLEAN ? each : Number(each !== ONLINE))),
  ]);
  const findings: Finding[] = [];
  const { offline, ...shares } = sharesOf(
    withBooleans(table, columns),
    design,
    {
      ...Object.fromEntries(names.map((name, i) => [name, `barrier:${i}`])),
      offline: "barrier:offline",
    },
    options,
    findings,
  );
  return { shares, offline, findings };
}

const ONLINE = 254;

/** Which barrier binds first, the number of barriers where none does; not known as soon as one before is not. */
function firstBarrier(online: Uint8Array, has: readonly Uint8Array[]): Uint8Array {
  return online.map((uses, row) => {
    if (uses === MISSING_BOOLEAN) return MISSING_BOOLEAN;
    if (uses === 1) return ONLINE;
    const at = has.findIndex((values) => values[row] !== 1);
    if (at < 0) return has.length;
    return has[at]?.[row] === 0 ? at : MISSING_BOOLEAN;
  });
}

function withBooleans(table: Table, columns: readonly (readonly [string, Uint8Array])[]): Table {
  return tableOf(
    [
      ...table.names.map((name): [string, Column] => [name, table.column(name)]),
      ...columns.map(([name, values]): [string, Column] => [name, { kind: "boolean", values }]),
    ],
    { identifying: table.identifying },
  );
}
