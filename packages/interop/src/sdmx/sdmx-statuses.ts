import { mainStatus, type Observation, type ObsStatus } from "@vitalcore/domain";

/**
 * The statuses of an observation as a single-flag attribute holds them: the one that matters most (SDMX, Possible
 * Ways of Implementing the Observation Status Concept, 2019, section 2), and all of them where that loses some.
 */
export function flagsOf({ status = [] }: Observation): {
  readonly main: ObsStatus | undefined;
  readonly all: readonly ObsStatus[] | undefined;
} {
  return { main: mainStatus(status) ?? status[0], all: status.length > 1 ? status : undefined };
}
