import { type Finder, finder } from "@vitalcore/core";

/** The rules that the uncertainty and sensitivity analyses check. */
export const uncertaintyCatalog = {
  "composite/no-factors": {
    severity: "error",
    message: "The specification has no factors: nothing is uncertain.",
    hint: "Name at least one: a choice, weight sets, weight noise or sampling error.",
  },
  "composite/factor-twice": {
    severity: "error",
    message: 'The factor "{factor}" is there twice.',
    hint: "Give each factor an id of its own: results and random numbers go by it.",
  },
  "composite/factor-invalid": {
    severity: "error",
    message: 'The factor "{factor}" has {what} of {found}, which must be {wanted}.',
  },
  "composite/factor-unknown-node": {
    severity: "error",
    message: 'The factor "{factor}" names {what} {found}, which the methodology does not have.',
  },
  "composite/design-invalid": {
    severity: "error",
    message: "The design has {what} of {found}, which must be {wanted}.",
  },
  "composite/impossible-combination": {
    severity: "error",
    message: "With {combination} the index cannot be built: {why}",
    hint: "Take the alternative out, or change the others so that all combinations can be built.",
  },
  "composite/no-standard-errors": {
    severity: "error",
    message: 'The factor "{factor}" finds no standard error of any value.',
    hint: "Give `standardErrors`, or observations with `standardError`.",
  },
  "composite/certain-values": {
    severity: "warning",
    message:
      '{count} of {total} values have no standard error, and are taken as certain by "{factor}": indicators {indicators}.',
  },
  "composite/logit-at-bound": {
    severity: "warning",
    message:
      '{count} values of "{indicator}" lie on a bound of its range, where log odds are not defined: they are taken as certain.',
    hint: 'Give `distribution: "normal"`, or estimates that are not on the bound.',
  },
  "composite/unscored-scenarios": {
    severity: "warning",
    message: "{count} units have no score in some of the scenarios: {units}.",
    hint: "Shares and quantiles of these units are of the scenarios in which they have one.",
  },
  "composite/analysis-invalid": {
    severity: "error",
    message: "{what} is {found}, and must be {wanted}.",
  },
} as const;

export const find: Finder<typeof uncertaintyCatalog> = /* @__PURE__ */ finder(uncertaintyCatalog);
