/** A part of a service: a library, a program, a data set, the service's own code. */
export interface StackComponent {
  readonly name: string;
  readonly version?: string;
  /**
   * An SPDX licence expression, or several that all apply. Left out or `null`: none is stated, and the
   * component counts as unknown.
   */
  readonly license?: string | readonly string[] | null;
  readonly sourceAvailable?: boolean;
  /** Steps of dependency from the service: 1 for what it uses directly. */
  readonly depth?: number;
  /** `excluded` components are not part of the running service, and are left out. */
  readonly scope?: "required" | "optional" | "excluded";
}
