import type { DimensionId } from "@vitalcore/domain/ids";

/** What a solution is. A `service` is run by somebody; what can be had of it are answers, not the thing. */
export type SolutionKind = "software" | "data" | "content" | "service";

/** Where a solution stands with the registry of the Digital Public Goods Alliance. */
export type DpgRegistration = "registered" | "nominated" | "not-registered" | "unknown";

/** A status in the registry, with the day on which it was looked up and where. */
export interface DpgStatus {
  readonly status: DpgRegistration;
  /** Day on which the evidence was looked at (YYYY-MM-DD); the evidence itself may be older. */
  readonly seen: string | null;
  /** When it was recognized (YYYY-MM or YYYY-MM-DD), where that is known. */
  readonly since?: string;
  readonly evidence: string | null;
}

/** Something to look up. */
export interface SolutionEvidence {
  readonly url: string;
  /** What it supports. */
  readonly supports: readonly ("license" | "dpg" | "standards" | "offline" | "nature")[];
}

/**
 * A solution that may safeguard human security: what it is, under what licence, for whom. Plain JSON. Which
 * freedoms it grants is not stored but computed from its licence.
 */
export interface Solution {
  /** Lower-case words joined by hyphens. */
  readonly id: string;
  readonly name: string;
  readonly kind: SolutionKind;
  /** One sentence: what it does. */
  readonly summary: string;
  /** An SPDX expression; `null` where it is not known. */
  readonly license: string | null;
  /** Whether its source can be had; `null`: not known. */
  readonly sourceAvailable: boolean | null;
  /** Dimensions of human security that it can safeguard: a judgement. */
  readonly dimensions: readonly DimensionId[];
  /** Ids of threats that it can counter: a judgement. */
  readonly threats?: readonly string[];
  /** Ids of population groups that it is made for. */
  readonly groups?: readonly string[];
  /** Languages of its interface or content (BCP 47). */
  readonly languages?: readonly string[];
  /** Whether it works without a connection. */
  readonly offline?: "yes" | "partly" | "no";
  /** Standards that it follows, by their short names. */
  readonly standards?: readonly string[];
  readonly dpg: DpgStatus;
  readonly website?: string;
  readonly repository?: string;
  readonly evidence: readonly SolutionEvidence[];
  /** Licence and status were seen in the evidence; otherwise they are from memory. */
  readonly verified: boolean;
  /** What a reader must know. */
  readonly note?: string;
}
