/**
 * How much other data a rule needs (Simón 2013 for Eurostat; Di Zio et al. 2016, section 4):
 * 0 the form of the file; 1 the data set itself; 2 other data of the same domain and source, such as
 * the last delivery; 3 the same domain from another source; 4 other domains of the same provider;
 * 5 data of other providers.
 */
export type ValidationLevel = 0 | 1 | 2 | 3 | 4 | 5;

/** The levels in a word or two, as reports print them. */
export const validationLevels: Readonly<Record<ValidationLevel, string>> = {
  0: "form of the file",
  1: "within the data set",
  2: "with other deliveries",
  3: "with another source",
  4: "with another domain",
  5: "with other providers",
};
